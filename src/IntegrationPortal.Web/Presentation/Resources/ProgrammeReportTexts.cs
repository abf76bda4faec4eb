namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the yearly reports of the programme.</summary>
public sealed class ProgrammeReportTexts;
