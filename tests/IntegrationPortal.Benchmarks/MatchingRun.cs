using System.Diagnostics;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Features.Matching;

namespace IntegrationPortal.Benchmarks;

/// <summary>Proposals for 2,000 requests and 2,000 volunteers of one organisation, who speak and wish at random.</summary>
internal static class MatchingRun
{
    private const int Many = 2000;

    private static readonly string[] Languages = ["de", "en", "ar", "fa", "uk", "tr", "so", "ti", "fr", "ps"];
    private static readonly MentoringRules Rules = new(7, 21, 3, 4, 5, 3, 60, 6, 1, 12, 6);

    public static int Run()
    {
        var dice = new Random(1);
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var by = new Officer(Guid.NewGuid(), "Last", Guid.NewGuid(), Guid.NewGuid(), "volunteer_organisation", Role.VolunteerCoordinator);
        string[] Speaks(int most) => [.. dice.GetItems(Languages, dice.Next(1, most + 1)).Distinct()];
        MeetingTimes Times() => (MeetingTimes)dice.Next(1, 16);
        SessionActivities Fields() => (SessionActivities)dice.Next(1, 256);
        var volunteers = Enumerable.Range(0, Many).Select(_ =>
        {
            var volunteer = Volunteer.Enter(Guid.NewGuid(), new VolunteerDetails("Jo", Speaks(3), Times(), Fields()), null, by, now.AddDays(-90));
            volunteer.Note(new VolunteerFacts(today, today), by, today);
            volunteer.Move(VolunteerDeed.Admit, 0, by, today);
            return volunteer;
        }).ToList();
        var requests = Enumerable.Range(0, Many).Select(_ => MentoringRequest.Enter(
            Guid.NewGuid(), new RequestDetails("Amina", Speaks(2), "Wunsch", ["Ziel"], false, today.AddDays(-90), Times(), Fields()), null, by, now.AddDays(-dice.Next(1, 90)))).ToList();
        var pool = new MatchingPool(requests, volunteers, volunteers.ToDictionary(v => v.Id, _ => dice.Next(0, 3)));
        for (var round = 1; round <= 3; round++)
        {
            var watch = Stopwatch.StartNew();
            var fits = pool.Fits(Rules, today);
            var weighed = watch.Elapsed;
            var best = BestMatches.Of(fits, pool.Places(Rules));
            Console.WriteLine($"{fits.Count:N0} possible matches weighed in {weighed.TotalSeconds:N2} s, {best.Count:N0} proposed after {watch.Elapsed.TotalSeconds:N2} s altogether");
        }

        return 0;
    }
}
