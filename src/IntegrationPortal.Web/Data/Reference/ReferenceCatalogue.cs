using System.Collections.Concurrent;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>The small reference tables in memory: read once, never changed while the portal runs.</summary>
public sealed class ReferenceCatalogue
{
    private readonly Dictionary<string, ActorKind> _actorKinds;
    private readonly Dictionary<string, Language> _languages;
    private readonly Dictionary<string, Country> _countries;
    private readonly Dictionary<(FactKind Kind, string Code), FactCode> _factCodes;
    private readonly Dictionary<string, StatutoryBasis> _bases;
    private readonly Dictionary<(string Key, int Version), ProcessTemplate> _templates;
    private readonly List<DeadlineRule> _deadlines;
    private readonly List<EmergencyNumber> _emergencyNumbers;
    private readonly List<HolidayRule> _holidays;
    private readonly ConcurrentDictionary<(string State, string? Place), WorkingCalendar> _calendars = new();

    private ReferenceCatalogue(DbContext db)
    {
        ActorKinds = [.. db.Set<ActorKind>().AsNoTracking().OrderBy(k => k.Position)];
        Languages = [.. db.Set<Language>().AsNoTracking().OrderBy(l => l.Position)];
        Countries = [.. db.Set<Country>().AsNoTracking().OrderBy(c => c.Code)];
        ResidenceStatuses = [.. db.Set<ResidenceStatus>().AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.ValidFrom)];
        FactCodes = [.. db.Set<FactCode>().AsNoTracking().OrderBy(c => c.Position)];
        StatutoryBases = [.. db.Set<StatutoryBasis>().AsNoTracking().OrderBy(b => b.Position)];
        Templates = [.. db.Set<ProcessTemplate>().Include(t => t.Steps.OrderBy(s => s.Position)).ThenInclude(s => s.Results.OrderBy(r => r.Position)).AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Version)];
        HandbookPartners = [.. db.Set<HandbookPartner>().AsNoTracking().OrderBy(p => p.Position)];
        _holidays = [.. db.Set<HolidayRule>().AsNoTracking().OrderBy(r => r.Key)];
        _deadlines = [.. db.Set<DeadlineRule>().AsNoTracking().OrderBy(d => d.Key).ThenBy(d => d.ValidFrom)];
        _emergencyNumbers = [.. db.Set<EmergencyNumber>().AsNoTracking().OrderBy(n => n.Position)];
        _actorKinds = ActorKinds.ToDictionary(k => k.Code);
        _languages = Languages.ToDictionary(l => l.Code);
        _countries = Countries.ToDictionary(c => c.Code);
        ResidenceStatusCodes = [.. ResidenceStatuses.GroupBy(s => s.Code).Select(g => g.Last().ToFactCode())];
        _factCodes = FactCodes.Concat(ResidenceStatusCodes).ToDictionary(c => (c.Kind, c.Code));
        _bases = StatutoryBases.ToDictionary(b => b.Key);
        _templates = Templates.ToDictionary(t => (t.Key, t.Version));
    }

    /// <summary>In the order of lists.</summary>
    public IReadOnlyList<ActorKind> ActorKinds { get; }

    /// <summary>The languages most needed first.</summary>
    public IReadOnlyList<Language> Languages { get; }

    public IReadOnlyList<Country> Countries { get; }

    /// <summary>All rows; of one code the law of today and what follows it.</summary>
    public IReadOnlyList<ResidenceStatus> ResidenceStatuses { get; }

    /// <summary>The statuses as facts say them, each once.</summary>
    public IReadOnlyList<FactCode> ResidenceStatusCodes { get; }

    /// <summary>Of all kinds with a list of their own; the residence status has more to say and a table for itself.</summary>
    public IReadOnlyList<FactCode> FactCodes { get; }

    /// <summary>Which fits first is named first.</summary>
    public IReadOnlyList<StatutoryBasis> StatutoryBases { get; }

    /// <summary>All versions, with their steps.</summary>
    public IReadOnlyList<ProcessTemplate> Templates { get; }

    public IReadOnlyList<HandbookPartner> HandbookPartners { get; }

    public static ReferenceCatalogue Read(DbContext db) => new(db);

    public ActorKind? ActorKind(string code) => _actorKinds.GetValueOrDefault(code);

    public Language? Language(string code) => _languages.GetValueOrDefault(code);

    /// <summary>Where a line of this language begins, as a page says it.</summary>
    public string DirectionOf(string language) => Language(language)?.IsRightToLeft == true ? "rtl" : "ltr";

    /// <summary>Languages as people read them: "Deutsch, Persisch".</summary>
    public string NamesOf(IEnumerable<string> languages) => string.Join(", ", languages.Select(l => Language(l)?.Name.ToString() ?? l));

    public Country? Country(string code) => _countries.GetValueOrDefault(code);

    /// <summary>Null also for what is no key.</summary>
    public HandbookPartner? HandbookPartner(string? key) => HandbookPartners.FirstOrDefault(p => p.Key == key);

    /// <summary>What the law opens with a status on that day; null where the portal does not know the law of that day.</summary>
    public ResidenceStatus? ResidenceStatusOn(string code, DateOnly day) => ResidenceStatuses.FirstOrDefault(s => s.Code == code && s.IsInForceOn(day));

    /// <summary>Each status as the law has it on that day, or had it last.</summary>
    public IReadOnlyList<ResidenceStatus> ResidenceStatusesBy(DateOnly day) =>
        [.. ResidenceStatuses.Where(s => s.ValidFrom <= day).GroupBy(s => s.Code).Select(g => g.Last())];

    /// <summary>What a fact of a kind with a list may say; null for what is not in that list.</summary>
    public FactCode? FactCode(FactKind kind, string code) => _factCodes.GetValueOrDefault((kind, code));

    /// <summary>What the code of a fact says; the code itself where no list knows it, null without one.</summary>
    public string? NameOf(FactKind kind, string? code) => code is null ? null : FactCode(kind, code)?.Name.ToString() ?? code;

    /// <summary>What a fact says: the name of its code, and in words what was added to that.</summary>
    public string Says(FactKind kind, string? code, string value) =>
        NameOf(kind, code) is not { } named ? value : value.Length == 0 || value == named ? named : $"{named}: {value}";

    public StatutoryBasis? StatutoryBasis(string key) => _bases.GetValueOrDefault(key);

    /// <summary>The version a running case started with, in force or not.</summary>
    public ProcessTemplate? Template(string key, int version) => _templates.GetValueOrDefault((key, version));

    /// <summary>The version by which a step of a case runs.</summary>
    public ProcessTemplate TemplateOf(CasePath path, CaseStep step)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (key, version) = path.TemplateOf(step);
        return Template(key, version) ?? throw new InvalidOperationException($"The template {key} in version {version} is not known.");
    }

    /// <summary>The names of all processes that a case follows: "Rechtskreiswechsel + Wohnung".</summary>
    public string NamesOf(IEnumerable<(string Key, int Version)> templates) =>
        string.Join(" + ", templates.Select(t => Template(t.Key, t.Version)?.Name.ToString() ?? t.Key));

    /// <summary>Is the step finished with one of several results?</summary>
    public bool AsksForResult(CasePath path, CaseStep step) =>
        KnownOf(path, step)?.ResultsOf(step).Count > 0;

    /// <summary>Is there something to ask before the step is finished: its result, or since when the deadline of the next one runs?</summary>
    public bool AsksBeforeFinish(CasePath path, CaseStep step)
    {
        ArgumentNullException.ThrowIfNull(path);
        return AsksForResult(path, step) || path.SetOffBy(step) is not null;
    }

    /// <summary>How a step of a case ended, in words; null while it is open and for steps without results.</summary>
    public Bilingual? ResultOf(CasePath path, CaseStep step) => ResultOf(path, step, step.Result);

    /// <summary>A result that the step may have, or may have had, in words.</summary>
    public Bilingual? ResultOf(CasePath path, CaseStep step, string? code) =>
        code is null ? null : KnownOf(path, step)?.ResultsOf(step).FirstOrDefault(r => r.Code == code)?.Name;

    /// <summary>What the template says about a step; null for one added by hand.</summary>
    public TemplateStep? StepOf(CasePath path, CaseStep step) => KnownOf(path, step)?.Steps.FirstOrDefault(s => s.Key == step.TemplateKey);

    /// <summary>The step of a template that a step of a case was copied from, for its words in both languages.</summary>
    public TemplateStep? Step(string templateKey, int version, string stepKey) =>
        Template(templateKey, version)?.Steps.FirstOrDefault(s => s.Key == stepKey);

    /// <summary>What a case of a person may begin to follow on that day.</summary>
    public IEnumerable<ProcessTemplate> TemplatesOn(DateOnly day) =>
        Templates.Where(t => t.Subject == TemplateSubject.Person && t.IsInForceOn(day));

    /// <summary>The working days at a place: a state, and the key of a municipality, district or association for holidays of its own.</summary>
    public WorkingCalendar For(string stateCode, string? placeKey = null)
    {
        // Places without holidays of their own share the calendar of their state.
        var own = placeKey is not null && _holidays.Any(r => !r.HoldsIn(stateCode, null) && r.HoldsIn(stateCode, placeKey));
        return _calendars.GetOrAdd((stateCode, own ? placeKey : null), p => new WorkingCalendar(_holidays, p.State, p.Place));
    }

    public WorkingCalendar For(Tenant municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return For(municipality.StateCode, municipality.Key);
    }

    /// <summary>After how many working days an unanswered handover is reminded of, escalated and returned.</summary>
    public HandoverClock HandoverClockOn(DateOnly day) => new(
        Deadline(DeadlineRule.HandoverReminder, day).Value,
        Deadline(DeadlineRule.HandoverEscalation, day).Value,
        Deadline(DeadlineRule.HandoverReturn, day).Value);

    /// <summary>The last day a consent given on that day may hold.</summary>
    public DateOnly LongestConsent(DateOnly givenOn) => givenOn.AddMonths(Deadline(DeadlineRule.ConsentLongest, givenOn).Value);

    /// <summary>How many whole years a case is kept after the year in which it was closed.</summary>
    public int YearsCasesAreKept(DateOnly closedOn) => Deadline(DeadlineRule.CaseKept, closedOn).Value;

    /// <summary>
    /// The day on which a case that ended on that day and is closed today is due for deletion. Also where its last day was years ago it can be reopened
    /// for a while: of a mistyped year nothing would be left.
    /// </summary>
    public DateOnly EraseCaseOn(DateOnly closedOn, DateOnly today)
    {
        var (due, least) = (Deadline(DeadlineRule.CaseKept, closedOn).LastDay(closedOn), Deadline(DeadlineRule.ClosedAtLeast, today).LastDay(today));
        return due > least ? due : least;
    }

    /// <summary>What is older than this moment has been kept for as long as the rule with that key says.</summary>
    public DateTimeOffset KeptSince(string key, DateTimeOffset now) => Deadline(key, GermanTime.DayOf(now)).Before(now);

    /// <summary>What is forgotten by itself, and after how long, as it is on that day.</summary>
    public IReadOnlyList<DeadlineRule> RetentionRulesOn(DateOnly day) => [.. _deadlines.Where(d => d.SaysHowLongKept && d.IsInForceOn(day))];

    /// <summary>Periods and limits of mentoring.</summary>
    public MentoringRules MentoringRulesOn(DateOnly day) => new(
        EditDays: Deadline(DeadlineRule.SessionEdit, day).Value,
        QuietDays: Deadline(DeadlineRule.TandemQuiet, day).Value,
        TrialMeetings: Deadline(DeadlineRule.TrialMeetings, day).Value,
        TrialWeeks: Deadline(DeadlineRule.TrialWeeks, day).Value,
        MostHours: Deadline(DeadlineRule.VolunteerHours, day).Value,
        MostTandems: Deadline(DeadlineRule.VolunteerTandems, day).Value,
        CertificateMonths: Deadline(DeadlineRule.CertificateHolds, day).Value,
        CertificateKeptMonths: Deadline(DeadlineRule.CertificateKept, day).Value,
        ConcernDays: Deadline(DeadlineRule.ConcernAnswer, day).Value,
        SessionKeptMonths: Deadline(DeadlineRule.SessionKept, day).Value,
        ReviewMonths: Deadline(DeadlineRule.TandemReview, day).Value);

    /// <summary>Whom to call in acute danger.</summary>
    public IEnumerable<EmergencyNumber> EmergencyNumbersOn(DateOnly day) => _emergencyNumbers.Where(n => n.IsInForceOn(day));

    /// <summary>
    /// The rule with that key (constants of <see cref="DeadlineRule"/>) in force on that day; the first there was for days before it, since
    /// what happened then is written down too.
    /// </summary>
    /// <exception cref="InvalidOperationException">The seeds lack it.</exception>
    public DeadlineRule Deadline(string key, DateOnly day) =>
        _deadlines.Find(d => d.Key == key && d.IsInForceOn(day))
        ?? (_deadlines.Find(d => d.Key == key) is { } first && day < first.ValidFrom ? first : null)
        ?? throw new InvalidOperationException($"No deadline rule {key} is in force on {day:O}.");

    private ProcessTemplate? KnownOf(CasePath path, CaseStep step)
    {
        var (key, version) = path.TemplateOf(step);
        return Template(key, version);
    }
}
