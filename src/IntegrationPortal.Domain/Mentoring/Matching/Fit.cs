using System.Numerics;

namespace IntegrationPortal.Domain.Mentoring.Matching;

/// <summary>
/// How well a volunteer fits a request, and why. Only what both have said is weighed; the coordination decides (domain research 5.1:
/// the exclusive model).
/// </summary>
/// <param name="Reasons">What speaks for it, the weightiest first; their points add up to <see cref="Score"/>.</param>
public sealed record Fit(Guid RequestId, Guid VolunteerId, IReadOnlyList<FitReason> Reasons)
{
    /// <summary>In points of <see cref="FitWeights"/>; proposals are ordered by it.</summary>
    public int Score { get; } = Reasons.Sum(r => r.Points);

    /// <summary>Null where something forbids it: see <see cref="WhyNever"/>.</summary>
    /// <param name="tandems">How many tandems the volunteer is the mentor of now.</param>
    public static Fit? Of(MentoringRequest request, Volunteer volunteer, int tandems, MentoringRules rules, DateOnly today) =>
        WhyNever(request, volunteer, tandems, rules, today) is null
            ? new Fit(request.Id, volunteer.Id, [.. Weigh(request, volunteer, tandems, today).OrderByDescending(r => r.Points)])
            : null;

    /// <summary>What no other advantage outweighs.</summary>
    public static FitObstacle? WhyNever(MentoringRequest request, Volunteer volunteer, int tandems, MentoringRules rules, DateOnly today) =>
        request.ActorId != volunteer.ActorId || request.State != RequestState.Waiting || volunteer.State != VolunteerState.Active ? FitObstacle.NotOpen
        : tandems >= rules.MostTandems ? FitObstacle.EnoughTandems
        // SGB VIII § 72a
        : request.IsMinor && !volunteer.HasCertificateOn(today) ? FitObstacle.NoCertificate
        : CommonLanguages(request, volunteer) == 0 ? FitObstacle.NoLanguage
        : request.Times != MeetingTimes.None && volunteer.Times != MeetingTimes.None && (request.Times & volunteer.Times) == MeetingTimes.None ? FitObstacle.NoTime
        : null;

    // Asked for millions of pairs: a few codes compared one by one, without building sets.
    private static int CommonLanguages(MentoringRequest request, Volunteer volunteer)
    {
        var common = 0;
        for (var i = 0; i < request.Languages.Count; i++)
        {
            for (var j = 0; j < volunteer.Languages.Count; j++)
            {
                if (request.Languages[i] == volunteer.Languages[j])
                    common++;
            }
        }

        return common;
    }

    private static IEnumerable<FitReason> Weigh(MentoringRequest request, Volunteer volunteer, int tandems, DateOnly today)
    {
        // Always one at least. A second one helps where the first fails.
        yield return new(FitAspect.Languages, Math.Min(2, CommonLanguages(request, volunteer)) * FitWeights.Language);
        if (BitOperations.PopCount((uint)(request.HelpWith & volunteer.HelpsWith)) is > 0 and var fields)
            yield return new(FitAspect.HelpWith, Math.Min(3, fields) * FitWeights.HelpWith);
        if (BitOperations.PopCount((uint)(request.Times & volunteer.Times)) is > 0 and var times)
            yield return new(FitAspect.Times, Math.Min(2, times) * FitWeights.Times);
        if (request.District is { } here && string.Equals(here.Trim(), volunteer.District?.Trim(), StringComparison.OrdinalIgnoreCase))
            yield return new(FitAspect.District, FitWeights.District);
        if (tandems == 0)
            yield return new(FitAspect.Free, FitWeights.Free);
        if (request.WaitingWeeks(today) is > 0 and var weeks)
            yield return new(FitAspect.Waiting, Math.Min(FitWeights.MostWeeks, weeks) * FitWeights.WaitingWeek);
    }
}

/// <summary>One reason of a proposal and its weight.</summary>
public sealed record FitReason(FitAspect Aspect, int Points);

/// <summary>What is weighed.</summary>
public enum FitAspect
{
    Languages,
    HelpWith,
    Times,
    District,

    /// <summary>The volunteer has no tandem yet.</summary>
    Free,

    /// <summary>The person has waited long.</summary>
    Waiting,
}

/// <summary>What forbids a match.</summary>
public enum FitObstacle
{
    NotOpen,
    EnoughTandems,
    NoCertificate,
    NoLanguage,
    NoTime,
}
