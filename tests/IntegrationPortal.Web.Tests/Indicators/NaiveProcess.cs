namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>What a process comes to, counted case by case without any cleverness.</summary>
public sealed record NaiveCell(int N, int Persons, int Hits, int HitPersons, int MissPersons, decimal? Days);

/// <summary>Counts <see cref="RandomProcess"/> as the definition of each number says it.</summary>
public sealed class NaiveProcess(RandomProcess all, IReadOnlyDictionary<DateOnly, int> worked, DateOnly since, DateOnly until)
{
    private readonly List<(string Kind, string A, string B, Guid Case, bool? Hit, int? Days)> _seen = [];

    public Dictionary<(string Kind, string A, string B), NaiveCell> Count()
    {
        foreach (var path in all.Steps.GroupBy(s => s.CaseId))
            Follow([.. path.Where(s => s.Begun <= until).OrderBy(s => s.Begun).ThenBy(s => s.Place)]);
        foreach (var e in all.Events.Where(e => e.Kind == "StepBlocked" && In(e.Day)).DistinctBy(e => (e.CaseId, all.Steps.Find(s => s.Id == e.StepId)!.Key, e.Reason)))
            _seen.Add(("block", all.Steps.Find(s => s.Id == e.StepId)!.Key, e.Reason!, e.CaseId, null, null));
        foreach (var h in all.Handovers.Where(h => h.State != "Withdrawn" && In(h.Sent)))
            Hand(h);
        return _seen.GroupBy(s => (s.Kind, s.A, s.B)).ToDictionary(g => g.Key, g => new NaiveCell(
            g.Count(), g.Select(s => s.Case).Distinct().Count(), g.Count(s => s.Hit == true), g.Where(s => s.Hit == true).Select(s => s.Case).Distinct().Count(),
            g.Where(s => s.Hit == false).Select(s => s.Case).Distinct().Count(), Middle([.. g.Select(s => s.Days).OfType<int>().Order()])));
    }

    private void Follow(List<StepRow> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            var (step, before) = (path[i], i == 0 ? null : path[i - 1]);
            if (step.Begun < since)
                continue;
            var ended = step.State == "Done" && step.Ended <= until;
            var again = all.Events.Exists(e => e.Kind == "StepReopened" && e.StepId == step.Id && e.Day <= until);
            _seen.Add(("step", step.Key, "", step.CaseId, null, ended ? worked[step.Ended!.Value] - worked[step.Begun] : null));
            DateOnly? free = before is null ? null : before.Ended is null ? before.Begun : before.Ended < until ? before.Ended : until;
            _seen.Add(("edge", before?.Key ?? "", step.Key, step.CaseId, null, free is { } day ? Math.Max(0, worked[step.Begun] - worked[day]) : null));
            if (ended || again)
                _seen.Add(("once", step.Key, "", step.CaseId, !again, null));
            if (ended || step.Due <= until)
                _seen.Add(("time", step.Key, "", step.CaseId, ended && step.Ended <= step.Due, null));
            if (path.Find(s => s.Place == step.Place - 1) is { } first)
                _seen.Add(("order", first.Key, step.Key, step.CaseId, first.Begun <= step.Begun, null));
        }
    }

    private void Hand(HandoverRow h)
    {
        var (from, to) = (RandomProcess.Kinds[h.From], RandomProcess.Kinds[h.To]);
        _seen.Add(("sent", from, to, h.CaseId, null, null));
        if (h.Accepted <= until)
            _seen.Add(("accept", from, to, h.CaseId, null, worked[h.Accepted!.Value] - worked[h.Sent]));
        if (h.Arrived <= until)
            _seen.Add(("arrive", from, to, h.CaseId, null, worked[h.Arrived!.Value] - worked[h.Accepted!.Value]));
        if (h.State == "Declined")
            _seen.Add(("reason", "", h.Reason!, h.CaseId, null, null));
        if (h.State == "Sent")
            return;
        _seen.Add(("asked", from, to, h.CaseId, all.Events.Exists(e => e.HandoverId == h.Id), null));
        _seen.Add(("declined", from, to, h.CaseId, h.State == "Declined", null));
        _seen.Add(("expired", from, to, h.CaseId, h.State == "Expired", null));
    }

    private bool In(DateOnly day) => day >= since && day <= until;

    private static decimal? Middle(int[] days) => days.Length == 0 ? null : Math.Round((days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2m, 1, MidpointRounding.AwayFromZero);
}
