using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>The page after sign-in: what is mine to do today, for whichever hat is on.</summary>
[Route("/worklist"), OneConnection]
public sealed class WorklistController(
    PortalDbContext db, CurrentUser me, WaitingForMe waiting, ReferenceCatalogue catalogue, TownCalendars calendars, TimeWords time, RoleWords roles,
    KindWords kinds, IStringLocalizer<WorklistTexts> words, TimeProvider clock) : Controller
{
    /// <summary>As many rows of each list as somebody takes in before choosing one, and no more than a phone shows at once.</summary>
    private const int RowsOfASection = 3;

    private const int RowsOfAPage = 50;

    // In the order of the page: what I hold up, what I may miss, what others hold up.
    private static readonly WorkList[] Order =
    [
        WorkList.Answers, WorkList.CameBack, WorkList.Arrivals, WorkList.Missed, WorkList.Deadlines, WorkList.Ending, WorkList.Blocked,
        WorkList.Stuck, WorkList.Others,
    ];

    private static readonly WorkList[] Tiles =
        [WorkList.Overdue, WorkList.Answers, WorkList.Missed, WorkList.Deadlines, WorkList.Ending, WorkList.Blocked];

    [HttpGet(""), Requires(Right.UseWorklist)]
    public async Task<IActionResult> Index(
        [FromServices] OtherDesks others, [FromServices] ProgrammeTasks programme, [FromServices] HandbookTasks handbook, [FromServices] DeletionRows deletions,
        CancellationToken cancellation)
    {
        var hat = me.Hat!;
        var greeting = new Greeting(words[Hour(), me.DisplayName], time.Full(time.Today), roles.Hat(hat.Role, hat.TenantName, hat.ActorName));
        return hat.Role switch
        {
            Role.Volunteer => View("Volunteer", await others.VolunteerAsync(greeting, hat, me.UserId!.Value, cancellation)),
            Role.DataProtectionOfficer => View("DataProtection", await others.DataProtectionAsync(greeting, cancellation)),
            Role.Administrator => View("Operations", await others.OperationsAsync(greeting, cancellation)),
            _ when hat.Role.HoldsCases() => View(await MineAsync(greeting, me.Officer, programme, handbook, deletions, cancellation)),
            _ => View("Programme", await others.ProgrammeAsync(greeting, DeskOfProgramme(), cancellation)),
        };
    }

    /// <summary>One list of the page in full: as long as its number said.</summary>
    [HttpGet("{slug}"), Requires(Right.ReadCases)]
    public async Task<IActionResult> List(string slug, string? after, CancellationToken cancellation)
    {
        if (Lists.Find(slug) is not { } list || !WorklistQuery.ListsOf(me.Officer.Role).Contains(list))
            return NotFound();
        var from = RowPosition.Read(after);
        var read = await db.WorklistPageAsync(list, me.Officer, time.Today, from, RowsOfAPage, cancellation);
        var page = read.First(RowsOfAPage);
        var next = read.Shown > RowsOfAPage ? $"{Lists.Href(list)}?after={RowPosition.AfterLast(page)}" : null;
        return View("List", new ListPage(list, await RowsAsync(page, cancellation), from == ListPosition.First, next));
    }

    private async Task<WorklistPage> MineAsync(
        Greeting greeting, Officer officer, ProgrammeTasks programme, HandbookTasks handbook, DeletionRows deletions, CancellationToken cancellation)
    {
        var (lists, isAskedToDelete, isAskedByPersons) = await db.WorklistAsync(officer, time.Today, RowsOfASection, cancellation);
        waiting.Know(lists[WorkList.Answers].Count);
        // What has passed and what ends stand among the numbers only when there is something.
        var tiles = Tiles.Select(which => new Tile(which, lists[which].Count, Late: which is WorkList.Overdue or WorkList.Missed, Begins: Order.Contains(which)))
            .Where(tile => tile.Count > 0 || tile.Which is not (WorkList.Missed or WorkList.Ending)).ToList();
        var sections = new List<Section>();
        foreach (var list in Order.Where(lists.ContainsKey).Select(which => lists[which]))
            sections.Add(new Section(list.Which, list.Count, await RowsAsync(list, cancellation)));
        return new WorklistPage(greeting, tiles, sections, officer.LeadsVolunteersOf(officer.ActorId)
            ? await db.MentoringCountsAsync(officer.ActorId, time.Today, catalogue.MentoringRulesOn(time.Today), cancellation) : null)
        {
            Deletions = isAskedToDelete ? [.. (await db.OpenDeletionsAsync(officer.ActorId, cancellation)).Select(deletions.Of)] : [],
            Persons = isAskedByPersons ? [.. (await db.QuestionsWaitingAsync(officer.ActorId, cancellation)).Select(Question)] : [],
            Programme = officer.Coordinates ? await programme.OfTownAsync(officer.TenantId, cancellation) : [],
            Handbook = officer.Coordinates ? await handbook.ListAsync(cancellation) : [],
            Adoptions = officer.Coordinates ? await db.DueAdoptionsAsync(time.Today, cancellation) : [],
        };
    }

    private Row Question(QuestionWaiting question) => new(
        words[$"person-{question.Kind}"], Row.AboutCase(question.Person, question.CaseNumber), null,
        words["person-since", time.Plain(question.AskedAt)], null, Late: false, $"/cases/{question.CaseId}/questions/{question.Id}", words["do-answer-person"]);

    private async Task<IReadOnlyList<Row>> RowsAsync(TaskList list, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, me.Officer.TenantId, cancellation);
        var handovers = new HandoverRows(words, time, catalogue);
        var steps = new StepRows(words, time);
        var endings = new EndingRows(words, kinds, catalogue, time);
        return
        [
            .. list.Handovers.Select(h => handovers.Of(h, list.Which, me.Officer.ActorId, calendar)),
            .. list.Steps.Select(s => steps.Of(s, list.Which, calendar)),
            .. list.Endings.Select(endings.Of),
        ];
    }

    private string? DeskOfProgramme() =>
        me.May(Right.AccompanyPilots) ? "/programme/desk" : me.May(Right.ReadProgramme) ? "/programme" : me.May(Right.ReadAdvice) ? "/programme/board" : null;

    private string Hour() => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), GermanTime.Zone).Hour switch
    {
        < 4 or >= 18 => "good-evening",
        < 11 => "good-morning",
        _ => "good-day",
    };
}
