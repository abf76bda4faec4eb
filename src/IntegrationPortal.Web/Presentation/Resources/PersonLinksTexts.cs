namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words for giving a person the way to their own page, and for answering what they ask there.</summary>
public sealed class PersonLinksTexts;
