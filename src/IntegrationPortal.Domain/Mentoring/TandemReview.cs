using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>Who looks back: the mentor, or the coordination after talking to the persons.</summary>
public enum ReviewSide
{
    Mentor,
    Coordination,
}

/// <summary>How a tandem goes, asked of both sides every half year. What a mentor says is for the coordination; it is not changed later.</summary>
public sealed class TandemReview : ITenantScoped
{
    public const int TextLength = 500;

    private TandemReview()
    {
    }

    internal TandemReview(Tandem tandem, Guid id, ReviewSide side, TrafficLight light, string? text, DateOnly dueOn, Officer by, DateTimeOffset now) =>
        (TenantId, TandemId, Id, Side, Light, Text, DueOn, UserId, WrittenAt) = (tandem.TenantId, tandem.Id, id, side, light, text, dueOn, by.UserId, now);

    public Guid TenantId { get; private set; }

    public Guid TandemId { get; private set; }

    public Guid Id { get; private set; }

    public ReviewSide Side { get; private set; }

    public TrafficLight Light { get; private set; }

    public string? Text { get; private set; }

    /// <summary>The day from which it was asked for.</summary>
    public DateOnly DueOn { get; private set; }

    public Guid UserId { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }
}
