using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>What becomes of entitlements, benefits and work: each fact is written down on its day by whoever leads the case.</summary>
internal sealed partial class DemoLife
{
    /// <summary>So long nobody sees that a day was mistyped.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(12);

    private void TellFacts(DemoPerson person, DateOnly opened)
    {
        if (person.Age < 16)
            return;
        // Chance of its own, so that it does not turn the rest of a life.
        var chance = new Dice(unchecked((opened.DayNumber * 31) + person.Details.OfficialName.Sum(c => c)));
        var facts = Benefits(opened, chance).Concat(Courses(person, opened, chance)).Concat(Work(person, opened, chance));
        foreach (var (day, fact) in facts.OrderBy(f => f.On).ToList())
        {
            var officer = town.Officer(_path.LeadActorId);
            var at = Morning(day);
            if (at >= today || PersonFact.WhyNotRecord(_path, fact.Kind, officer) is not null)
                continue;
            Save();
            _at = at;
            Turn(officer);
            if (chance.Chance(0.08) && at + Noticed < today)
                Mistype(fact, officer);
            db.Add(PersonFact.Record(_path, _person, fact with { Id = Guid.CreateVersion7(_at) }, officer, _at));
        }
    }

    /// <summary>The year was wrong: it is noticed, taken back, and the right one is recorded.</summary>
    private void Mistype(FactDetails fact, Officer officer)
    {
        var wrong = PersonFact.Record(_path, _person, fact with { Id = Guid.CreateVersion7(_at), ValidFrom = fact.ValidFrom?.AddYears(-1) }, officer, _at);
        db.Add(wrong);
        Save();
        _at += Noticed;
        clock.At = _at;
        wrong.Withdraw(_path, "Falsches Jahr eingetragen.", officer, _at);
        Save();
    }

    private IEnumerable<(DateOnly On, FactDetails Fact)> Benefits(DateOnly opened, Dice chance)
    {
        if (_path.TemplateKey == "T1-ASYL")
        {
            yield return (opened, Fact(FactKind.Benefit, "asylblg_basic", opened, null, "Bescheid"));
            yield break;
        }

        // AsylbLG ends with a month; the first payment of the jobcenter follows at once, or does not.
        var before = _path.TemplateKey is "T2-RKW" or "T6-UKR" ? 0 : -chance.Between(1, 6);
        var month = opened.AddMonths(before);
        var ended = new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
        var paid = ended.AddDays(1 + (chance.Chance(0.55) ? 0 : chance.Between(4, 40)));
        yield return (opened, Fact(FactKind.Benefit, chance.Chance(0.3) ? "asylblg_analogous" : "asylblg_basic", ended.AddDays(-chance.Between(90, 700)), ended, "Bescheid"));
        yield return (paid > opened ? paid : opened, Fact(FactKind.Benefit, "sgb2", paid, null, "Bescheid"));
    }

    private IEnumerable<(DateOnly On, FactDetails Fact)> Courses(DemoPerson person, DateOnly opened, Dice chance)
    {
        // The path of language courses says itself that the course has begun.
        if (_path.Templates.All(t => t.Key != "T3-SPRACHE") && chance.Chance(0.6))
        {
            var begun = opened.AddDays(chance.Between(20, 300));
            yield return (begun, Fact(FactKind.CourseStart, "integration_course", begun, null, "Kursliste"));
        }

        if (person.Age > 50 || !chance.Chance(0.8))
            yield break;
        var issued = opened.AddDays(chance.Between(0, 60));
        yield return (issued, Fact(FactKind.CourseEntitlement, "vocational_course", issued, issued.AddMonths(3), "Bescheid"));
        if (!chance.Chance(0.6))
            yield break;
        var registered = issued.AddDays(chance.Between(7, 80));
        yield return (registered, Fact(FactKind.CourseStart, "vocational_course", registered, null, "Anmeldung"));
    }

    private IEnumerable<(DateOnly On, FactDetails Fact)> Work(DemoPerson person, DateOnly opened, Dice chance)
    {
        if (chance.Chance(0.5))
            yield return (opened, Fact(FactKind.Employment, "none", opened, null, "Angabe der Person"));
        if (person.Age > 64 || !chance.Chance(0.6))
            yield break;
        var kind = _path.TemplateKey == "T5-AUSB" ? "training" : chance.Weighted([("insured", 4.0), ("mini_job", 3.0), ("training", 1.5)]);
        var first = opened.AddDays(chance.Between(60, 340));
        var last = kind == "mini_job" && chance.Chance(0.4) ? first.AddDays(120) : (DateOnly?)null;
        yield return (first, Fact(FactKind.Employment, kind, first, last, "Vertrag"));
        if (last is { } end)
            yield return (end.AddDays(1), Fact(FactKind.Employment, chance.Chance(0.5) ? "insured" : "none", end.AddDays(1), null, "Angabe der Person"));
    }

    private FactDetails Fact(FactKind kind, string code, DateOnly from, DateOnly? until, string source) =>
        new(Guid.Empty, kind, reference.FactCode(kind, code), "", from, until, source);
}
