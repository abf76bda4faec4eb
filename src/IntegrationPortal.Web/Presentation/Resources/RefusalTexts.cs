namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>The sentence of every refusal, under its code.</summary>
public sealed class RefusalTexts;
