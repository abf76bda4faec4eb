namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the pages on which the foundation's editors review.</summary>
public sealed class ReviewsTexts;
