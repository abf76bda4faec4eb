namespace IntegrationPortal.Domain.Programme;

/// <summary>
/// The right to answer once. Its link is printed on a slip that somebody takes from the table; who took which nobody knows, and an answer
/// does not say with which it was given.
/// </summary>
public sealed class FeedbackSlip : IOfPilot
{
    /// <summary>For a large hall.</summary>
    public const int Most = 200;

    private FeedbackSlip()
    {
    }

    public FeedbackSlip(Workshop workshop, int number) => (PilotId, WorkshopId, Number) = (workshop.PilotId, workshop.Id, number);

    public Guid PilotId { get; private set; }

    public Guid WorkshopId { get; private set; }

    public int Number { get; private set; }

    public bool IsUsed { get; private set; }
}

/// <summary>A statement that participants rate from 1 (not true) to 5 (true).</summary>
public sealed class FeedbackItem
{
    public required string Key { get; init; }

    public int Position { get; init; }

    public required string TextDe { get; init; }

    public required string TextEn { get; init; }

    public Bilingual Text => new(TextDe, TextEn);

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }

    public bool IsInForceOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);
}

/// <summary>
/// What somebody answered to one statement, or a remark. Which answers belong together, when they were given and with which slip is not
/// stored, only in which five answers to the same statement they came; nobody reads the rows, only what full fives of them say together.
/// </summary>
public sealed class FeedbackAnswer
{
    public const int RemarkLength = 1000;

    private FeedbackAnswer()
    {
    }

    public Guid Id { get; private set; }

    public Guid PilotId { get; private set; }

    public Guid WorkshopId { get; private set; }

    /// <summary>Null for a remark.</summary>
    public string? ItemKey { get; private set; }

    /// <summary>1 (not true) to 5 (true).</summary>
    public int? Value { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>For the demo: the portal itself writes answers only through the database.</summary>
    public static FeedbackAnswer Of(Workshop workshop, string? itemKey, int? value, string? remark) =>
        new() { Id = Guid.NewGuid(), PilotId = workshop.PilotId, WorkshopId = workshop.Id, ItemKey = itemKey, Value = value, Remark = remark };
}
