namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for adding a process to a case.</summary>
public sealed class NewTemplatesTexts;
