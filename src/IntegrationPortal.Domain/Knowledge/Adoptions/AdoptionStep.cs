using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Knowledge.Adoptions;

/// <summary>One thing that is to be done so that the adopted entry lives here.</summary>
public sealed class AdoptionStep : ITenantScoped
{
    public const int TextLength = 500;

    private AdoptionStep()
    {
    }

    internal AdoptionStep(Adoption adoption, Guid id, int position, string text, DateOnly? dueOn) =>
        (TenantId, AdoptionId, Id, Position, Text, DueOn) = (adoption.TenantId, adoption.Id, id, position, text, dueOn);

    public Guid TenantId { get; private set; }

    public Guid AdoptionId { get; private set; }

    public Guid Id { get; private set; }

    public int Position { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public bool IsLateOn(DateOnly day) => DoneOn is null && DueOn < day;

    internal static Refusal? WhyNotSay(string text) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("adoption-step-empty") : text.Length > TextLength ? new Refusal("adoption-text-too-long", TextLength) : null;

    internal void Say(string text, DateOnly? dueOn) => (Text, DueOn) = (text, dueOn);

    internal void Finish(DateOnly day) => DoneOn ??= day;
}
