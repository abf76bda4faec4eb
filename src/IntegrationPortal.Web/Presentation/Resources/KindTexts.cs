namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Marks the words for kinds, reasons and forms of the domain.</summary>
public sealed class KindTexts;
