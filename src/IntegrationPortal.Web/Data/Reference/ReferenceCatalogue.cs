using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>The small reference tables in memory: read once, never changed while the portal runs.</summary>
public sealed partial class ReferenceCatalogue
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

    private ReferenceCatalogue(DbContext db)
    {
        ActorKinds = [.. db.Set<ActorKind>().AsNoTracking().OrderBy(k => k.Position)];
        Languages = [.. db.Set<Language>().AsNoTracking().OrderBy(l => l.Position)];
        Countries = [.. db.Set<Country>().AsNoTracking().OrderBy(c => c.Code)];
        ResidenceStatuses = [.. db.Set<ResidenceStatus>().AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.ValidFrom)];
        FactCodes = [.. db.Set<FactCode>().AsNoTracking().OrderBy(c => c.Position)];
        StatutoryBases = [.. db.Set<StatutoryBasis>().AsNoTracking().OrderBy(b => b.Position)];
        Templates =
        [
            .. db.Set<ProcessTemplate>().Include(t => t.Steps.OrderBy(s => s.Position)).ThenInclude(s => s.Results.OrderBy(r => r.Position))
                .AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Version),
        ];
        RestrictionGrounds = [.. db.Set<RestrictionGround>().AsNoTracking().OrderBy(g => g.Position)];
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

    /// <summary>Why a person may ask that data are only stored, in the order of the law; also those that have ended.</summary>
    public IReadOnlyList<RestrictionGround> RestrictionGrounds { get; }

    public IReadOnlyList<HandbookPartner> HandbookPartners { get; }

    public static ReferenceCatalogue Read(DbContext db) => new(db);

    /// <summary>Null also for what is no key.</summary>
    public RestrictionGround? RestrictionGround(string? key) => RestrictionGrounds.FirstOrDefault(g => g.Key == key);

    public ActorKind? ActorKind(string code) => _actorKinds.GetValueOrDefault(code);

    public Language? Language(string code) => _languages.GetValueOrDefault(code);

    /// <summary>Where a line of this language begins, as a page says it.</summary>
    public string DirectionOf(string language) => Language(language)?.IsRightToLeft == true ? "rtl" : "ltr";

    /// <summary>Languages as people read them: "Deutsch, Persisch".</summary>
    public string NamesOf(IEnumerable<string> languages) => string.Join(", ", languages.Select(l => Language(l)?.Name.ToString() ?? l));

    public Country? Country(string code) => _countries.GetValueOrDefault(code);

    /// <summary>Null also for what is no key.</summary>
    public HandbookPartner? HandbookPartner(string? key) => HandbookPartners.FirstOrDefault(p => p.Key == key);

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
}
