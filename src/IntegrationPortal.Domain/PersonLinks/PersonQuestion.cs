using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.PersonLinks;

/// <summary>What the person says about what stands on their page.</summary>
public enum PersonQuestionKind
{
    /// <summary>"Das stimmt nicht" (GDPR Art. 16).</summary>
    Wrong,

    /// <summary>"Das habe ich nicht verstanden" (GDPR Art. 12 (1)).</summary>
    NotUnderstood,
}

/// <summary>
/// A few words of the person to whoever leads their case, from their own page and in any language. It waits on the lead's worklist until somebody there
/// has answered; the answer stands on the person's page.
/// </summary>
public sealed class PersonQuestion : IBelongsToCase
{
    public const int TextLength = 1000;

    /// <summary>More would not be read before those are answered, and whoever found the page open shall not fill a worklist.</summary>
    public const int MostOpen = 5;

    private PersonQuestion()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>No category: it is written to the lead and read by nobody else (person-walls.sql).</summary>
    public DataCategory Category => DataCategory.None;

    /// <summary>What it is about; null for the page as a whole.</summary>
    public Guid? StepId { get; private set; }

    public PersonQuestionKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Code of the language in which the page was read; what was written may be in another.</summary>
    public string Language { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredByUserId { get; private set; }

    public Guid? AnsweredByActorId { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    /// <summary>May the person ask one more? Not in a closed case, which is read and not written.</summary>
    public static Refusal? WhyNotAsk(CasePath path, int open) =>
        path.ClosedOn is not null ? new Refusal("person-question-closed")
        : open >= MostOpen ? new Refusal("person-question-many")
        : null;

    public static PersonQuestion Ask(Guid id, CasePath path, int open, Guid? stepId, PersonQuestionKind kind, string text, string language, DateTimeOffset now)
    {
        Refusal.If(WhyNotAsk(path, open));
        return new PersonQuestion
        {
            TenantId = path.TenantId,
            CaseId = path.Id,
            Id = id,
            StepId = path.Steps.Any(s => s.Id == stepId) ? stepId : null,
            Kind = kind,
            Text = text,
            Language = language,
            AskedAt = now,
        };
    }

    /// <summary>May this officer answer? Whoever leads the case, or coordinates and takes part; also once it is closed: the question was put before.</summary>
    public Refusal? WhyNotAnswer(CasePath path, Officer by) =>
        path.WhyNotTakingPart(by)
        ?? (by.ActorId == path.LeadActorId || by.Coordinates ? null : new Refusal("person-question-lead-only"))
        ?? (IsOpen ? null : new Refusal("person-question-answered"));

    public void AnswerWith(string text, CasePath path, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAnswer(path, by));
        (Answer, AnsweredAt, AnsweredByUserId, AnsweredByActorId) = (text, now, by.UserId, by.ActorId);
    }
}
