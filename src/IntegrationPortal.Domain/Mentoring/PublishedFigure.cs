using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>One number of mentoring as it is told outside of an organisation: of one organisation, of one reason for ending, or the total.</summary>
public sealed class PublishedFigure : ITenantScoped
{
    private PublishedFigure()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    public MentoringFigure Figure { get; private set; }

    /// <summary>The organisation, where it is the number of one.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The reason, where it is the number of one.</summary>
    public TandemEndReason? Reason { get; private set; }

    /// <summary>Null is hidden: never zero.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>The last day that is counted in it.</summary>
    public DateOnly Until { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public bool IsTotal => ActorId is null && Reason is null;

    public static PublishedFigure Hidden(Guid tenantId, FigurePeriod period, MentoringFigure figure, Guid? actorId, TandemEndReason? reason, DateTimeOffset now) => new()
    {
        TenantId = tenantId,
        Id = Guid.CreateVersion7(now),
        Year = period.Year,
        Figure = figure,
        ActorId = actorId,
        Reason = reason,
        Until = period.Last,
        PublishedAt = now,
    };

    public void Tell(decimal? amount, FigurePeriod period, DateTimeOffset now)
    {
        if (Year != period.Year)
            throw new ArgumentException("A number of another year.", nameof(period));
        (Amount, Until, PublishedAt) = (amount, period.Last, now);
    }
}

/// <summary>
/// Who stood behind a published number when it was last counted: what the next difference is measured with. Read by the clock alone, and
/// gone when the year is not counted any more.
/// </summary>
public sealed class FigureBasis : ITenantScoped
{
    private FigureBasis()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid FigureId { get; private set; }

    public IReadOnlyList<Contribution> Behind { get; private set; } = [];

    public static FigureBasis Of(PublishedFigure figure, IReadOnlyList<Contribution> behind) =>
        new() { TenantId = figure.TenantId, FigureId = figure.Id, Behind = behind };

    public void Move(IReadOnlyList<Contribution> behind) => Behind = behind;
}
