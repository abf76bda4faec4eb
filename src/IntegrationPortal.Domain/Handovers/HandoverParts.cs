using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>A step that is handed over, and who was responsible before, so that a return puts it back.</summary>
public sealed class HandoverStep : IBelongsToCase
{
    private HandoverStep()
    {
    }

    internal HandoverStep(Handover handover, CaseStep step) =>
        (TenantId, CaseId, HandoverId, StepId, TitleDe, TitleEn, RunsFromEvent, PreviousActorId, PreviousStoodIn) =
            (handover.TenantId, handover.CaseId, handover.Id, step.Id, step.TitleDe, step.TitleEn, step.RunsFromEvent, step.ResponsibleActorId, step.StandsIn);

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid HandoverId { get; private set; }

    public Guid StepId { get; private set; }

    public DataCategory Category => DataCategory.None;

    /// <summary>The step's title, because the receiver does not see the path before accepting.</summary>
    public string TitleDe { get; private set; } = "";

    public string? TitleEn { get; private set; }

    public Bilingual Title => new(TitleDe, TitleEn ?? TitleDe);

    /// <summary>Its deadline of the law runs from an event, whose day the receiver may say when it accepts.</summary>
    public bool RunsFromEvent { get; private set; }

    /// <summary>Who answered for it when it was sent: a return gives it back, and an acceptance takes it from nobody else but a stand-in.</summary>
    public Guid PreviousActorId { get; private set; }

    public bool PreviousStoodIn { get; private set; }
}

/// <summary>Why one or more categories go along with a handover.</summary>
public sealed class HandoverGround : IBelongsToCase
{
    private HandoverGround()
    {
    }

    internal HandoverGround(Handover handover, LegalGround ground) =>
        (TenantId, CaseId, HandoverId, Covers, ConsentId, Norm, Until) =
            (handover.TenantId, handover.CaseId, handover.Id, ground.Covers, ground.ConsentId, ground.Norm, ground.Until);

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid HandoverId { get; private set; }

    /// <summary>Exactly one category: each is shown with its own ground.</summary>
    public DataCategory Covers { get; private set; }

    public DataCategory Category => DataCategory.None;

    public Guid? ConsentId { get; private set; }

    public string? Norm { get; private set; }

    public DateOnly? Until { get; private set; }

    internal LegalGround AsGround => new(Covers, ConsentId, Norm, Until);
}

/// <summary>A question of the receiver or an answer of the sender.</summary>
public sealed class HandoverMessage : IBelongsToCase
{
    private HandoverMessage()
    {
    }

    internal HandoverMessage(Handover handover, Officer by, string text, bool isQuestion, DateTimeOffset now) =>
        (TenantId, CaseId, HandoverId, Id, ActorId, UserId, WrittenBy, Text, IsQuestion, WrittenAt) =
            (handover.TenantId, handover.CaseId, handover.Id, Guid.CreateVersion7(now), by.ActorId, by.Account, by.Account is null ? by.DisplayName : null, text, isQuestion, now);

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid HandoverId { get; private set; }

    public Guid Id { get; private set; }

    public DataCategory Category => DataCategory.None;

    public Guid ActorId { get; private set; }

    /// <summary>Null where the actor has no account and asks from its sheet.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>Who then says to have written it.</summary>
    public string? WrittenBy { get; private set; }

    public string Text { get; private set; } = "";

    public bool IsQuestion { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }
}
