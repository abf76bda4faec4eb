namespace IntegrationPortal.Web.Presentation.PublicPages;

/// <summary>What a public page says about itself to those who link to it.</summary>
/// <param name="Title">As the page's heading.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Address">Without language and filters.</param>
/// <param name="IsArticle">An entry, not a list.</param>
public sealed record PublicCard(string Title, string Summary, string Address, bool IsArticle = false);
