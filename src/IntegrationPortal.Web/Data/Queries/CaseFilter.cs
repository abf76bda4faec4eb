namespace IntegrationPortal.Web.Data.Queries;

public enum CaseSort
{
    /// <summary>The case on which something happened last comes first.</summary>
    Activity,

    /// <summary>The nearest deadline first; cases without one last.</summary>
    Due,

    /// <summary>The youngest case first.</summary>
    Opened,
}

public enum LeadIs
{
    Us,
    Others,
}

public enum StepIs
{
    /// <summary>At least one step cannot go on.</summary>
    Blocked,

    /// <summary>The next deadline has passed.</summary>
    Overdue,

    /// <summary>The next deadline is today or later in this week.</summary>
    ThisWeek,
}

public enum StateIs
{
    Closed,

    /// <summary>Running or closed.</summary>
    Any,

    /// <summary>Running, and nothing has happened in it for so long that somebody should ask whether it is over.</summary>
    Quiet,
}

/// <summary>Which cases a list shows, in which order, and from where on.</summary>
/// <param name="State">Null for those that run; for whoever searched, for all.</param>
/// <param name="QuietSince">Before which moment something has to have happened last, where quiet ones are asked for.</param>
/// <param name="Among">Only these, when somebody searched; null for all.</param>
public sealed record CaseFilter(
    string? TemplateKey = null, LeadIs? Lead = null, StepIs? Step = null, CaseSort Sort = CaseSort.Activity,
    CaseCursor? From = null, Guid[]? Among = null, StateIs? State = null, DateTimeOffset? QuietSince = null)
{
    /// <summary>From the beginning and without a choice, searched or not: so often asked for that every connection keeps its plan.</summary>
    public bool IsUsual => this is { TemplateKey: null, Lead: null, Step: null, From: null, State: null };
}
