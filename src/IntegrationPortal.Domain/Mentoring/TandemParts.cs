using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>A volunteer as mentor of a tandem, from a day and until a day; a change of mentor keeps those before.</summary>
public sealed class TandemMentor : ITenantScoped
{
    private TandemMentor()
    {
    }

    internal TandemMentor(Tandem tandem, Guid volunteerId, DateOnly since) =>
        (TenantId, TandemId, Id, VolunteerId, Since) = (tandem.TenantId, tandem.Id, Guid.CreateVersion7(), volunteerId, since);

    public Guid TenantId { get; private set; }

    public Guid TandemId { get; private set; }

    public Guid Id { get; private set; }

    public Guid VolunteerId { get; private set; }

    public DateOnly Since { get; private set; }

    /// <summary>Null for the mentor of today.</summary>
    public DateOnly? Until { get; private set; }

    public DateOnly? AgreedOn { get; private set; }

    public bool WasMentorOn(DateOnly day) => Since <= day && !(day > Until);

    /// <summary>Can they have met the persons on that day? Not while they were only proposed.</summary>
    public bool MetOn(DateOnly day) => AgreedOn is not null && WasMentorOn(day);

    internal void Agree(DateOnly day) => AgreedOn ??= day;

    internal void Leave(DateOnly day) => Until ??= day < Since ? Since : day;
}

/// <summary>A person of a tandem as the mentoring card shows them: the called name, once both sides have agreed.</summary>
public sealed class TandemMentee : ITenantScoped
{
    private TandemMentee()
    {
    }

    internal TandemMentee(Tandem tandem, MentoringRequest request) =>
        (TenantId, TandemId, RequestId, CalledName) = (tandem.TenantId, tandem.Id, request.Id, request.CalledName);

    public Guid TenantId { get; private set; }

    public Guid TandemId { get; private set; }

    public Guid RequestId { get; private set; }

    public string CalledName { get; private set; } = "";

    /// <summary>Agreement to the mentor of today.</summary>
    public DateOnly? AgreedOn { get; internal set; }
}

/// <summary>What happened to a tandem, by whom and when. Append-only, for the coordination.</summary>
public sealed class TandemEvent : ITenantScoped
{
    public const int TextLength = 500;

    private TandemEvent()
    {
    }

    internal TandemEvent(Tandem tandem, TandemState state, string? text, Officer by, DateTimeOffset now) =>
        (TenantId, TandemId, Id, State, Text, UserId, At) = (tandem.TenantId, tandem.Id, Guid.CreateVersion7(now), state, text, by.UserId, now);

    internal static TandemEvent OfTakeover(Tandem tandem, Officer by, DateTimeOffset now) => new(tandem, tandem.State, null, by, now) { TookOver = true };

    public Guid TenantId { get; private set; }

    public Guid TandemId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Where the tandem stood then.</summary>
    public TandemState State { get; private set; }

    /// <summary>Not a move: who did it answers for the tandem from then on.</summary>
    public bool TookOver { get; private set; }

    /// <summary>What was said, such as the feedback after the trial.</summary>
    public string? Text { get; private set; }

    public Guid UserId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
