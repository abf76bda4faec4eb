namespace IntegrationPortal.Domain.Knowledge;

/// <summary>The four fields in which the pilots worked, and what holds for all of them.</summary>
public enum FieldOfAction
{
    WorkAndTraining,
    LanguageAndEducation,
    DialogueAndParticipation,
    Housing,

    /// <summary>Steering and cooperation across the fields.</summary>
    Across,
}

/// <summary>Where in the work of a municipality something belongs.</summary>
public enum WorkPhase
{
    Beginning,
    Baseline,
    Goals,
    Design,
    Implementation,
    Review,
}

/// <summary>What it costs beside the people's time, as a range that can be compared.</summary>
public enum CostBand
{
    /// <summary>Rooms and people that are there.</summary>
    NoExtra,

    /// <summary>Up to 1,000 euros.</summary>
    Low,

    /// <summary>Up to 10,000 euros.</summary>
    Medium,

    High,
}

/// <summary>How well the results are known.</summary>
public enum EvidenceGrade
{
    /// <summary>Described by those who do it or in a publication.</summary>
    Described,

    /// <summary>Own figures, without comparison.</summary>
    Counted,

    /// <summary>Before and after, with the same measure.</summary>
    Compared,

    /// <summary>Examined by somebody independent.</summary>
    Evaluated,
}

/// <summary>What a reviewer says about one of the four criteria.</summary>
public enum Judgement
{
    Met,
    PartlyMet,
    NotMet,
}

/// <summary>A good idea is practical, innovative, successful and transferable (Cities of Migration). Unjudged is not "no".</summary>
public sealed record Criteria(Judgement? Practical = null, Judgement? Innovative = null, Judgement? Successful = null, Judgement? Transferable = null)
{
    public static Criteria None { get; } = new();

    public bool IsComplete => Practical is not null && Innovative is not null && Successful is not null && Transferable is not null;
}

/// <summary>How large a place is, for "municipalities like ours".</summary>
public enum PlaceSize
{
    /// <summary>Fewer than 20,000 inhabitants.</summary>
    Small,

    /// <summary>Up to 100,000.</summary>
    Medium,

    Large,
}

/// <summary>Where one size ends and the next begins.</summary>
public static class PlaceSizes
{
    public static (int From, int Below) Range(this PlaceSize size) => size switch
    {
        PlaceSize.Small => (0, 20_000),
        PlaceSize.Medium => (20_000, 100_001),
        _ => (100_001, int.MaxValue),
    };
}
