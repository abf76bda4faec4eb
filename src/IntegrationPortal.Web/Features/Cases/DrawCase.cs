using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Puts a case into words: head, what to do now, path, who sees what, facts, consents, events.</summary>
public sealed class DrawCase(
    IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, ReferenceCatalogue catalogue,
    TimeProvider clock, DrawWhatNow now, DrawPath path, DrawWhoSeesWhat seers, DrawFacts facts, DrawEntitlements entitlements, DrawConsents consents, DrawMyPathCard myPath, DrawEvents events,
    DrawRestrictions restrictions)
{
    public CaseView Page(CaseFile file, Officer by, WorkingCalendar calendar)
    {
        var href = $"/cases/{file.Path.Id}";
        var mine = file.Path.ParticipationOf(by.ActorId)!;
        return new CaseView(href, file.Path.Number, Head(file, href, by), now.Of(file, by, takesPart: true, calendar), path.Of(file, by, takesPart: true, calendar))
        {
            Seers = seers.Of(file, by, clock.GetUtcNow()),
            // What is only stored is not shown here either; it is read behind its notice alone.
            Entitlements = entitlements.Of(file with { Facts = [.. file.Facts.Where(f => !file.Path.Restricted.Covers(f.Category))] }),
            Facts = facts.Of(file, mine, by),
            Consents = mine.Categories.Covers(DataCategory.Basic) ? [.. file.Consents.Select(c => consents.Line(file, c, by))] : null,
            MyPath = mine.Categories.Covers(DataCategory.Basic) ? myPath.Of(file, by) : null,
            Meetings = [.. file.Meetings.GroupBy(m => (m.Organisation, m.SharedUntil)).Select(Told)],
            Timeline = events.Latest(file.Path, file.Events, file.Actors),
            Restrictions = restrictions.Of(file, by),
            Deeds = [.. Deeds(file.Path, href, by).OfType<ActionView>()],
            NewConsentHref = mine.Categories.Covers(DataCategory.Basic) && file.Path.WhyNotWrite(by) is null ? $"{href}/consents/new" : null,
            AskMentorHref = by.LeadsVolunteersOf(by.ActorId) && file.Path.WhyNotWrite(by) is null && mine.Categories.Covers(DataCategory.Basic) ? $"/mentoring/requests/new?case={file.Path.Id}" : null,
            SeesNothing = (mine.Categories | mine.Withheld) == DataCategory.None ? SeesNothing(file) : null,
            EmergencyUntil = mine.Until is { } until ? time.PlainMoment(until) : null,
        };
    }

    /// <summary>Every ground has lapsed. Who still sees the person can write down a new consent and hand over anew.</summary>
    private string SeesNothing(CaseFile file)
    {
        var seers = file.Path.Participations.Where(p => p.HoldsAt(clock.GetUtcNow()) && !p.IsEmergency && p.Categories.Covers(DataCategory.Basic))
            .Select(p => file.NameOf(p.ActorId)).Order(StringComparer.CurrentCulture).ToList();
        return seers.Count == 0 ? words["sees-nothing-alone"] : words["sees-nothing-ask", string.Join(", ", seers)];
    }

    private ActionView?[] Deeds(CasePath path, string href, Officer by)
    {
        ActionView? Unless(Refusal? no, string label, string to) => no is null ? new ActionView(words[label], $"{href}/{to}", "tertiary") : null;
        return
        [
            Unless(path.WhyNotAddStep(by), "add-step", "steps/new"),
            Unless(path.WhyNotAddTemplate(by), "add-template", "templates/new"),
            Unless(path.WhyNotEndParticipation(by.ActorId, [], by), "leave-case", $"participations/{by.ActorId}/end"),
            Unless(path.WhyNotRestrict(by), "restrict", "restrictions/new"),
            Unless(path.WhyNotSteer(by), "close-case", "close"),
        ];
    }

    /// <summary>For the coordination that does not take part: number, path, deadlines; no person.</summary>
    public CaseView PathOnly(CaseFile file, Officer by, WorkingCalendar calendar)
    {
        var href = $"/cases/{file.Path.Id}";
        return new CaseView(href, file.Path.Number, Head(file, href, by), now.Of(file, by, takesPart: false, calendar), path.Of(file, by, takesPart: false, calendar))
        {
            BreakGlassHref = file.Path.WhyNotBreakGlass(by, clock.GetUtcNow()) is null ? $"{href}/break-glass" : null,
        };
    }

    private CaseHead Head(CaseFile file, string href, Officer by)
    {
        var about = new List<string>();
        if (file.Person is { Languages: { Count: > 0 } languages })
            about.Add(words["speaks", string.Join(", ", languages.Select(LanguageName))]);
        if (file.Person is { NeedsInterpreter: true, InterpreterNote: var note })
            about.Add(string.IsNullOrEmpty(note) ? words["interpreter"] : words["interpreter-note", note]);
        return new CaseHead(
            file.Person?.ShortName, file.Person is null ? null : $"{href}/person", about,
            file.NameOf(file.Path.LeadActorId), time.Plain(file.Path.LeadSince),
            words["printed", time.Plain(time.Today), by.DisplayName, file.NameOf(by.ActorId)]);
    }

    private MeetingsTold Told(IGrouping<(string Organisation, DateOnly SharedUntil), SharedMeeting> meetings) => new(
        words["shared-meetings-from", meetings.Key.Organisation, time.Plain(meetings.Key.SharedUntil)],
        [.. meetings.Select(m => new MeetingTold(time.Plain(m.HeldOn), words["shared-hours", m.Hours], m.Goal, m.Light is { } light ? kinds[light] : null))]);

    private string LanguageName(string code) => catalogue.Language(code)?.Name.ToString() ?? code;
}
