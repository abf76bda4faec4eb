using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Draws the page on which a handover is written. What cannot be chosen says why, by the rule that would refuse it.</summary>
public sealed class DrawSend(
    IStringLocalizer<HandoversTexts> words, RefusalWords refusals, TimeWords time, CategoryWords categories, KindWords kinds,
    DrawRecord records, DrawGround grounds, ReferenceCatalogue catalogue)
{
    private const int EmptyDocumentRows = 2;

    /// <summary>What is ticked and filled in before anybody has decided anything: as little as makes sense.</summary>
    public SendForm Blank(SendingFile file, Guid id, Guid? step, Officer by)
    {
        var open = Fitting(file).ToList();
        var first = open.FirstOrDefault(s => s.Id == step) ?? open.FirstOrDefault(s => s.StandsIn) ?? open.FirstOrDefault();
        var sharing = Sharing(file, DataCategories.Everything, by);
        return new SendForm
        {
            Id = id,
            To = file.Receiver.Id,
            Steps = first is null ? [] : [first.Id],
            // The person has said yes to these for this receiver; what only a norm allows is the sender's own decision.
            Categories = [.. sharing.Where(s => !file.Path.Restricted.Covers(s.Key) && s.Value is { } ground && (ground.ConsentId is not null || s.Key == DataCategory.Basic)).Select(s => s.Key)],
            Documents = [.. Documents(file.Path, first).Select(d => new DocumentRow { Name = d }), .. Enumerable.Range(0, EmptyDocumentRows).Select(_ => new DocumentRow())],
            AgreedLanguage = file.Known.Person is { Languages: [var best, ..] } ? best : null,
            WithInterpreter = file.Known.Person?.NeedsInterpreter == true,
        };
    }

    public SendPage Page(SendingFile file, SendForm form, AnswerTime? answers, WorkingCalendar calendar, Officer by)
    {
        var sharing = Sharing(file, form.Asked, by);
        var draft = form.Draft(file.Path, file.Known.Person, time.Today);
        var answerBy = RunningClock.Start(catalogue.HandoverClockOn(time.Today), calendar, time.Today).AnswerBy;
        var consentDays = file.Consents.ToDictionary(c => c.Id, c => c.GivenOn);
        return new SendPage(
            file.Path.Id, file.Path.Number, form, file.Receiver.Name, About(Data.Queries.Receivers.Free(file.Receiver, time.Today)?.FirstFreeDate, answers),
            [.. Fitting(file).Select(s => Step(file.Path, s, by))], Kinds(file, by), Categories(file, consentDays, by),
            [.. catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString()))], time.Today,
            records.Of(HandoverRecord.Of(draft, file.Path, sharing, answerBy), words["seen-by", file.Receiver.Name], consentDays, file.Known))
        {
            ReceiverHref = $"/actors/{file.Receiver.Id}",
            ReceiverScope = catalogue.ActorKind(file.Receiver.Kind) is { Access: PortalAccess.Limited } kind ? words["receiver-scope", kind.AccessNote].Value : null,
            OnPaper = !file.ReceiverIsStaffed,
        };
    }

    public ReceiversPage Receivers(CasePath path, Guid? stepId, IReadOnlyList<Receiver> receivers)
    {
        var step = path.Steps.FirstOrDefault(s => s.Id == stepId);
        bool FitsStep(Receiver receiver) => step is null || receiver.Steps.Contains(step);
        // The best first: for the step that was asked for or is next, then by what it offers, then by name, in which order they come.
        var ranked = receivers.OrderByDescending(FitsStep).ThenByDescending(r => step is not null || r.Steps.Any(s => s.IsCurrent))
            .ThenByDescending(r => r.Free is not null).ThenByDescending(r => r.Actor.Services.Count > 0).ToList();
        var reached = ranked.Where(r => r.IsStaffed).ToLookup(FitsStep, r => Line(path, r, stepId));
        return new ReceiversPage(
            path.Id, path.Number, step?.Title.ToString(), [.. reached[true]], [.. reached[false]],
            [.. ranked.Where(r => !r.IsStaffed).Select(r => Line(path, r, stepId))],
            !receivers.Any(FitsStep));
    }

    public static IReadOnlyDictionary<DataCategory, LegalGround?> Sharing(SendingFile file, DataCategory asked, Officer by, ReferenceCatalogue catalogue, DateOnly today) =>
        LegalGrounds.FindAll(asked, by.ActorKind, file.Receiver, file.Consents, catalogue.StatutoryBases, today);

    private IReadOnlyDictionary<DataCategory, LegalGround?> Sharing(SendingFile file, DataCategory asked, Officer by) =>
        Sharing(file, asked, by, catalogue, time.Today);

    private static IEnumerable<CaseStep> Fitting(SendingFile file) =>
        file.Path.Steps.Where(s => s.State.IsOpen() && Handover.Fits(file.Receiver.Kind, s)).OrderBy(s => s.Position);

    private Choice Step(CasePath path, CaseStep step, Officer by)
    {
        var due = step.DueOn is { } day ? words["step-due", time.Plain(day)].Value : null;
        var choice = new Choice(step.Id.ToString(), words["step-number", step.Position, step.Title], due, step.DeadlineKind == DeadlineKind.Statutory ? step.LegalBasis : null);
        return Handover.WhyNotSender(path, HandoverKind.Referral, [step], by) is { } no ? choice with { Barrier = refusals[no] } : choice;
    }

    private List<Choice> Kinds(SendingFile file, Officer by)
    {
        var leads = file.Path.LeadActorId == by.ActorId;
        var noTransfer = Handover.WhyNotSender(file.Path, HandoverKind.Transfer, [], by)
            ?? (file.TransferOpen ? new Refusal("handover-transfer-open") : null)
            ?? Handover.WhyNotReach(file.Receiver, HandoverKind.Transfer, file.ReceiverIsStaffed, onPaper: true)
            ?? (file.Path.LeadActorId == file.Receiver.Id ? new Refusal("handover-leads-already", file.Receiver.Name) : null);
        var transfer = new Choice(nameof(HandoverKind.Transfer), kinds[HandoverKind.Transfer], words["transfer-means", file.Receiver.Name]);
        return
        [
            new Choice(nameof(HandoverKind.Referral), kinds[HandoverKind.Referral], words[leads ? "referral-means-mine" : "referral-means", file.Receiver.Name]),
            noTransfer is null ? transfer : transfer with { Barrier = refusals[noTransfer] },
        ];
    }

    private List<Choice> Categories(SendingFile file, Dictionary<Guid, DateOnly> consentDays, Officer by)
    {
        var held = file.Path.ParticipationOf(by.ActorId)!.Categories;
        var sharing = Sharing(file, held, by);
        return
        [
            .. held.Each().Select(c =>
            {
                var choice = new Choice(c.ToString(), categories.Name(c), categories.Holds(c));
                if (file.Path.WhyNotWhileRestricted(PendingDeed.ShareCategory, c) is { } restricted)
                    return choice with { Barrier = refusals[restricted] };
                if (sharing[c] is { } ground)
                    return choice with { Aside = grounds.Words(ground, consentDays) };
                return c == DataCategory.Counselling && file.Receiver.Kind == Actor.ImmigrationAuthority
                    ? choice with { Barrier = refusals[new Refusal("handover-counselling-never")] }
                    : choice with
                    {
                        Barrier = words["no-ground"],
                        Remedy = ("consent", words["record-consent"]),
                    };
            }),
        ];
    }

    private IEnumerable<string> Documents(CasePath path, CaseStep? step) =>
        step is not null && catalogue.StepOf(path, step) is { } template
            ? template.Documents.ToString().Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(d => d.Length <= HandoverContent.DocumentLength).Take(6)
            : [];

    private ReceiverLine Line(CasePath path, Receiver receiver, Guid? stepId) => new(
        receiver.Actor.Name, stepId is null && receiver.Steps.Any(s => s.IsCurrent) ? words["for-the-next-step", Offer(receiver)] : Offer(receiver), About(null, receiver.Answers, catalogue.ActorKind(receiver.Actor.Kind)?.Name.ToString()),
        string.Join(", ", receiver.Steps.Take(3).Select(s => s.Title.ToString())) + (receiver.Steps.Count > 3 ? " …" : ""),
        $"/cases/{path.Id}/handovers/new?to={receiver.Actor.Id}{(stepId is null ? "" : $"&step={stepId}")}");

    // Why it stands where it stands.
    private string Offer(Receiver receiver) => receiver switch
    {
        { Free: { FirstFreeDate: { } day } free } => words["offers-free", free.Name, time.Plain(day)],
        { Actor.Services: { Count: > 0 } services } => words["offers", string.Join(", ", services.Select(s => s.Name).Order(StringComparer.CurrentCulture).Take(2)) + (services.Count > 2 ? " …" : "")],
        _ => words["offers-nothing"],
    };

    private string About(DateOnly? firstFree, AnswerTime? answers, string? kind = null)
    {
        var about = new List<string>();
        if (kind is not null)
            about.Add(kind);
        if (firstFree is { } day)
            about.Add(words["first-free", time.Plain(day)]);
        if (answers is { MedianDays: var days })
            about.Add(words["answers-after", time.Length(days)]);
        return string.Join(" · ", about);
    }
}
