using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Puts the rows of the list of cases into words.</summary>
public sealed class DrawList(IStringLocalizer<CasesTexts> words, TimeWords time, ReferenceCatalogue catalogue)
{
    public CaseListPage Page(CaseListForm form, CasePage page, Officer by, WorkingCalendar calendar) =>
        new(form, [.. page.Rows.Select(r => Line(r, by, calendar) with { CloseHref = form.State == StateIs.Quiet && r.LeadActorId == by.ActorId ? $"/cases/{r.Id}/close" : null })])
        {
            NewerHref = page.Newer is null ? null : form.Href(page.Newer),
            OlderHref = page.Older is null ? null : form.Href(page.Older),
            MaySeeAll = by.Coordinates,
            Templates = catalogue.Templates.Where(t => t.Subject == TemplateSubject.Person)
                .DistinctBy(t => t.Key).Select(t => new Choice(t.Key, t.Name.ToString())),
            Leads = Choices<LeadIs>(),
            Steps = Choices<StepIs>(),
            States = Enum.GetValues<StateIs>().Select(v => new Choice(v.ToString(), words[$"StateIs.{v}", catalogue.Deadline(DeadlineRule.CaseQuiet, time.Today).Value])),
            Sorts = Choices<CaseSort>(),
            Count = Count(page),
        };

    private CaseLine Line(CaseRow row, Officer by, WorkingCalendar calendar) =>
        new($"/cases/{row.Id}", row.ShortName, row.Number)
        {
            Template = catalogue.NamesOf(row.Templates),
            Closed = row.ClosedOn is { } closed ? time.Plain(closed) : null,
            Step = row.Step?.Title.ToString(),
            StepState = row.Step is { State: StepState.Blocked } ? words["blocked"].Value : null,
            Responsible = row.Step is null ? null : Responsible(row.Step),
            Due = row.NextDueOn is { } on ? time.Brief(on) : null,
            DueNote = row.NextDueOn is { } due ? time.Left(calendar, due) : null,
            Late = row.NextDueOn < time.Today,
            Lead = row.LeadName,
            LeadIsUs = row.LeadActorId == by.ActorId,
        };

    private string Responsible(StepNow step) => step.StandsIn && catalogue.ActorKind(step.ResponsibleKind) is { } kind
        ? words["stands-in", kind.Name, step.ResponsibleName]
        : step.ResponsibleName;

    private string Count(CasePage page) => page switch
    {
        { Newer: null, Older: null, Rows.Count: 1 } => words["count-one"],
        { Newer: null, Older: null } => words["count", page.Rows.Count],
        { Count: < CaseLists.MostCounted } => words["count-page", page.Count, page.Rows.Count],
        _ => words["count-many", CaseLists.MostCounted - 1, page.Rows.Count],
    };

    private IEnumerable<Choice> Choices<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(v => new Choice(v.ToString(), words[$"{typeof(TEnum).Name}.{v}"]));
}
