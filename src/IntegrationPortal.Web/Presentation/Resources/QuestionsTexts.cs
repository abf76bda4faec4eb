namespace IntegrationPortal.Web.Presentation.Resources;

/// <summary>Words of readers' questions and their answers.</summary>
public sealed class QuestionsTexts;
