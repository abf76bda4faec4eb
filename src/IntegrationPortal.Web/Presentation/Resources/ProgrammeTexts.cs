namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the programme's overview.</summary>
public sealed class ProgrammeTexts;
