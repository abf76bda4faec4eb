using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>The officer's first page: the latest openings with a reason, the latest readings, and the ways into the logs.</summary>
public sealed record PrivacyPage(IReadOnlyList<GlassBroken> BrokenGlass, IReadOnlyList<Reading> Readings, long ConsentsEnding, int Days)
{
    /// <summary>Where data are only stored now, the oldest first.</summary>
    public IReadOnlyList<OpenRestriction> Restrictions { get; init; } = [];

    /// <summary>Who was asked to delete something after a consent was withdrawn: those who have not answered first, then the latest answers.</summary>
    public IReadOnlyList<DeletionAsked> Deletions { get; init; } = [];
}

/// <summary>Openings with a reason, page by page.</summary>
public sealed record BrokenGlassPage(IReadOnlyList<GlassBroken> Rows, string? NextHref, bool IsFirst);

/// <summary>Who opened which record, page by page.</summary>
public sealed record AccessPage(AccessSearch Search, IReadOnlyList<Choice> Users, IReadOnlyList<Choice> Actors, IReadOnlyList<Reading> Rows, string? NextHref, string? FirstHref)
{
    public bool IsFiltered => Search is not { From: null, To: null, User: null, Actor: null };
}

/// <summary>The questions to the access log, as its address carries them.</summary>
public sealed class AccessSearch
{
    [Display(Name = "from")]
    public DateOnly? From { get; set; }

    [Display(Name = "to")]
    public DateOnly? To { get; set; }

    [Display(Name = "user")]
    public Guid? User { get; set; }

    [Display(Name = "actor")]
    public Guid? Actor { get; set; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; set; }
}

/// <summary>What was done with one case: openings and changes.</summary>
public sealed record CaseLogPage(
    Guid CaseId, string? Number, ErasureHold? Hold, IReadOnlyList<Reading> Readings, string? MoreReadings,
    IReadOnlyList<Change> Changes, ChangeWords Words, string? MoreChanges);
