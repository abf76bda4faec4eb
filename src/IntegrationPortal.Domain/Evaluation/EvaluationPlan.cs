using System.Globalization;
using System.Text;

namespace IntegrationPortal.Domain.Evaluation;

/// <summary>
/// What the evaluation asks, and by which numbers it will answer: written down before there are any. Registered it stays as it is; its
/// hash is the first link of the chain of snapshots.
/// </summary>
public sealed class EvaluationPlan
{
    public const int TitleLength = 200;
    public const int QuestionLength = 500;
    public const int MostQuestions = 20;

    /// <summary>Months after the beginning at which the published numbers are frozen (domain research 1.5, peers C23).</summary>
    public static IReadOnlyList<int> Waves { get; } = [0, 6, 12, 18, 24];

    /// <summary>At these a missing number is called missing.</summary>
    public static IReadOnlyList<int> OutcomeWaves { get; } = [12, 24];

    private readonly List<PlanQuestion> questions = [];
    private readonly List<PlanIndicator> indicators = [];

    private EvaluationPlan()
    {
    }

    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>First day of the month of T0: what was published for it is the baseline.</summary>
    public DateOnly Begins { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset? RegisteredAt { get; private set; }

    /// <summary>SHA-256 of <see cref="Canonical"/>, hexadecimal; null while a draft.</summary>
    public string? Hash { get; private set; }

    public IReadOnlyList<PlanQuestion> Questions => questions;

    public IReadOnlyList<PlanIndicator> Indicators => indicators;

    public static EvaluationPlan Draft(Guid id, string title, DateOnly begins, DateTimeOffset now)
    {
        Refusal.If(WhyNotBegin(begins));
        return new EvaluationPlan { Id = id, Title = title, Begins = begins, DraftedAt = now };
    }

    /// <summary>Numbers are published by months, so the plan begins with one.</summary>
    public static Refusal? WhyNotBegin(DateOnly begins) => begins.Day == 1 ? null : new Refusal("plan-begins-with-a-month");

    public Refusal? WhyNotChange() => RegisteredAt is null ? null : new Refusal("plan-registered");

    /// <param name="measuredBy">The versions of the definitions as they are today.</param>
    public void Ask(string question, IReadOnlyList<DefinitionSeal> measuredBy)
    {
        Refusal.If(WhyNotChange()
            ?? (questions.Count >= MostQuestions ? new Refusal("plan-too-many-questions", MostQuestions) : null)
            ?? (measuredBy.Count == 0 ? new Refusal("plan-question-without-indicator") : null));
        var number = questions.Count + 1;
        questions.Add(new PlanQuestion(Id, number, question));
        indicators.AddRange(measuredBy.DistinctBy(m => m.Code).Select(m => new PlanIndicator(Id, number, m)));
    }

    /// <summary>The same is asked already: the form was sent twice.</summary>
    public bool HasAsked(string question, IReadOnlyCollection<DefinitionSeal> measuredBy) =>
        questions.Exists(q => q.Text == question && indicators.Where(i => i.QuestionNumber == q.Number).Select(i => i.Seal).ToHashSet().SetEquals(measuredBy));

    public Refusal? WhyNotRegister() => WhyNotChange() ?? (questions.Count == 0 ? new Refusal("plan-without-question") : null);

    /// <summary>From here on nothing of it changes; the database refuses as well.</summary>
    /// <param name="known">The definitions as they are now: a plan is registered by what its numbers mean today.</param>
    public void Register(IReadOnlyCollection<DefinitionSeal> known, DateTimeOffset now)
    {
        Refusal.If(WhyNotRegister() ?? (indicators.Find(i => !known.Contains(i.Seal)) is { } changed ? new Refusal("plan-definition-changed", changed.Code) : null));
        (RegisteredAt, Hash) = (now, SnapshotChain.HashOf(Canonical));
    }

    /// <summary>The text the hash is taken of.</summary>
    public string Canonical
    {
        get
        {
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Id}\n{Title}\n{Begins:yyyy-MM-dd}\n");
            foreach (var question in questions.OrderBy(q => q.Number))
            {
                text.Append(CultureInfo.InvariantCulture, $"{question.Number} {question.Text}\n");
                foreach (var measure in indicators.Where(i => i.QuestionNumber == question.Number).OrderBy(i => i.Code, StringComparer.Ordinal))
                    text.Append(CultureInfo.InvariantCulture, $"- {measure.Code} {measure.Version} {measure.DefinitionHash}\n");
            }

            return text.ToString();
        }
    }

    /// <summary>The month whose numbers a wave freezes.</summary>
    public DateOnly MonthOf(int wave) => Begins.AddMonths(wave);

    /// <summary>From this day on all numbers of that month are published: those that wait so many days appear in the course of the last of them.</summary>
    public DateOnly SettledOn(int wave, int settles) => MonthOf(wave).AddMonths(1).AddDays(settles);

    /// <summary>Waves whose numbers were published already on that day: a plan registered later was not written down before there were any.</summary>
    public IReadOnlyList<int> PublishedBefore(DateOnly day, int settles) => [.. Waves.Where(w => SettledOn(w, settles) <= day)];
}

/// <summary>A definition of an indicator in one version, with the hash of what it means.</summary>
public sealed record DefinitionSeal(string Code, int Version, string Hash);

/// <summary>What the evaluation wants to know, and the indicators by which that is measured; written before there are results.</summary>
public sealed class PlanQuestion
{
    private PlanQuestion()
    {
    }

    internal PlanQuestion(Guid planId, int number, string text) => (PlanId, Number, Text) = (planId, number, text);

    public Guid PlanId { get; private set; }

    public int Number { get; private set; }

    public string Text { get; private set; } = "";
}

/// <summary>By which indicator a question is answered.</summary>
public sealed class PlanIndicator
{
    private PlanIndicator()
    {
    }

    internal PlanIndicator(Guid planId, int question, DefinitionSeal seal) =>
        (PlanId, QuestionNumber, Code, Version, DefinitionHash) = (planId, question, seal.Code, seal.Version, seal.Hash);

    public Guid PlanId { get; private set; }

    public int QuestionNumber { get; private set; }

    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public string DefinitionHash { get; private set; } = "";

    public DefinitionSeal Seal => new(Code, Version, DefinitionHash);
}
