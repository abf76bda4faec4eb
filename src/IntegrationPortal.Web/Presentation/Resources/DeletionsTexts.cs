namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for confirming that copies were deleted after a consent was withdrawn.</summary>
public sealed class DeletionsTexts;
