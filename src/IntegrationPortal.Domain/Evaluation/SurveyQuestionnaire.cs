namespace IntegrationPortal.Domain.Evaluation;

/// <summary>Questions as they are put, in every language in which they are put. No field for free text: one's own words find one.</summary>
/// <param name="Source">Where the questions come from.</param>
/// <param name="Words">What the page says around the questions, by language.</param>
public sealed record SurveyQuestionnaire(
    string Key, SurveyAudience Audience, string Source, IReadOnlyList<SurveyItem> Items, IReadOnlyDictionary<string, SurveyWords> Words)
{
    public IEnumerable<string> Languages => Words.Keys;
}

/// <param name="Key">The same in every wave.</param>
/// <param name="Indicator">Whose number it gives; null when none.</param>
/// <param name="Text">By language.</param>
/// <param name="Answers">By language, the worst first; their places from one on are what is counted.</param>
public sealed record SurveyItem(
    string Key, string? Indicator, IReadOnlyDictionary<string, string> Text, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)
{
    /// <summary>Every question has so many answers, from the lowest to the best; the database knows it (survey-walls.sql).</summary>
    public const int Steps = 5;
}

/// <param name="Slip">What a printed slip says beside its code; {0} is the last day.</param>
public sealed record SurveyWords(
    string Language, string Title, string Intro, string Privacy, string Optional, string Send, string Thanks, string ThanksMore, string Gone, string Empty, string Slip);
