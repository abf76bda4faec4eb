namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of the half-yearly question how a tandem goes.</summary>
public sealed class TandemReviewsTexts;
