namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>The third set of words: plain ones for a form, each under the name of its usual area and key ("MentoringSessionsTexts.note").</summary>
public sealed class PlainTexts;
