using IntegrationPortal.Domain.Analysis;

namespace IntegrationPortal.Domain.Evaluation;

/// <summary>Who is asked.</summary>
public enum SurveyAudience
{
    Actors,
    Persons,
}

/// <summary>
/// A questionnaire that is open for some weeks. Whoever has a link answers once; the answers are added up at once, and no single one is
/// kept, so that nobody can tell afterwards who said what.
/// </summary>
public sealed class Survey
{
    /// <summary>Fewer answers are nobody's business.</summary>
    public const int FewestAnswers = Suppression.Fewest;

    public const int MostLinksAtOnce = 100;

    /// <summary>Of fewer on one sheet a used link would tell who has answered; and of fewer used ones nothing is told.</summary>
    public const int FewestLinksAtOnce = Suppression.Fewest;

    public const int MostDays = 180;

    private Survey()
    {
    }

    public Guid Id { get; private set; }

    public string QuestionnaireKey { get; private set; } = "";

    public SurveyAudience Audience { get; private set; }

    /// <summary>Months after the beginning of the evaluation: the same questions each time.</summary>
    public int Wave { get; private set; }

    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day; results are told after it, so that nobody watches single answers come in.</summary>
    public DateOnly ClosesOn { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public bool IsOpenOn(DateOnly day) => OpensOn <= day && day <= ClosesOn;

    public bool IsOverOn(DateOnly day) => day > ClosesOn;

    public static Refusal? WhyNotOpen(DateOnly opensOn, DateOnly closesOn, DateOnly today) =>
        closesOn < opensOn ? new Refusal("survey-ends-before-it-begins")
        : closesOn < today ? new Refusal("survey-in-the-past")
        : closesOn.DayNumber - opensOn.DayNumber > MostDays ? new Refusal("survey-too-long", MostDays)
        : null;

    /// <param name="others">Surveys by the same questionnaire; two at a time would ask the same people twice.</param>
    public static Survey Open(
        Guid id, SurveyQuestionnaire questionnaire, int wave, DateOnly opensOn, DateOnly closesOn, IEnumerable<Survey> others, DateOnly today, DateTimeOffset now)
    {
        Refusal.If(WhyNotOpen(opensOn, closesOn, today)
            ?? (others.Any(o => o.QuestionnaireKey == questionnaire.Key && o.OpensOn <= closesOn && opensOn <= o.ClosesOn) ? new Refusal("survey-overlaps") : null));
        return new Survey
        {
            Id = id, QuestionnaireKey = questionnaire.Key, Audience = questionnaire.Audience, Wave = wave, OpensOn = opensOn, ClosesOn = closesOn, CreatedAt = now,
        };
    }

    public Refusal? WhyNotHandOut(int links, DateOnly today) =>
        IsOverOn(today) ? new Refusal("survey-over")
        : links is < FewestLinksAtOnce or > MostLinksAtOnce ? new Refusal("survey-links-number", FewestLinksAtOnce, MostLinksAtOnce)
        : null;
}

/// <summary>A link that has not been used. Used, it is gone: nothing says by whom, or what was answered with it.</summary>
public sealed class SurveyLink
{
    private SurveyLink()
    {
    }

    public Guid Id { get; private set; }

    public Guid SurveyId { get; private set; }

    public string MunicipalityKey { get; private set; } = "";

    /// <summary>Links that were made together.</summary>
    public Guid BatchId { get; private set; }

    public static SurveyLink For(Guid id, Guid surveyId, string municipalityKey, Guid batchId) =>
        new() { Id = id, SurveyId = surveyId, MunicipalityKey = municipalityKey, BatchId = batchId };
}

/// <summary>How many links a municipality has handed out, for the response rate.</summary>
public sealed class SurveyBatch
{
    private SurveyBatch()
    {
    }

    public Guid Id { get; private set; }

    public Guid SurveyId { get; private set; }

    public string MunicipalityKey { get; private set; } = "";

    /// <summary>How many were made to be handed out.</summary>
    public int Links { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public static SurveyBatch Make(Guid id, Survey survey, string municipalityKey, int links, DateOnly today, DateTimeOffset now)
    {
        Refusal.If(survey.WhyNotHandOut(links, today));
        return new SurveyBatch { Id = id, SurveyId = survey.Id, MunicipalityKey = municipalityKey, Links = links, MadeAt = now };
    }
}

/// <summary>So often one answer was given to one question in one municipality. The database counts; the portal reads it only in sums that find nobody.</summary>
public sealed class SurveyTally
{
    private SurveyTally()
    {
    }

    public Guid SurveyId { get; private set; }

    public string MunicipalityKey { get; private set; } = "";

    /// <summary>Empty counts whole answers.</summary>
    public string ItemKey { get; private set; } = "";

    /// <summary>The answer as a number of the scale; 1 is the lowest.</summary>
    public int Value { get; private set; }

    /// <summary>How often it was given.</summary>
    public int Answers { get; private set; }

    public static SurveyTally Of(Guid surveyId, string municipalityKey, string itemKey, int value, int answers) =>
        new() { SurveyId = surveyId, MunicipalityKey = municipalityKey, ItemKey = itemKey, Value = value, Answers = answers };
}
