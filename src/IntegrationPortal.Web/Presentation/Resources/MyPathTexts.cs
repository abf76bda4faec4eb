namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the person's own page, in the languages of <see cref="MyPath.PersonLanguage"/>.</summary>
public sealed class MyPathTexts;
