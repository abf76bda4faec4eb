using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.MyPath;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Words;

namespace IntegrationPortal.Web.Features.MyPath;

/// <summary>Puts a person's case into plain words of their language. Why a step was skipped or stands still is free text of an office and is not shown.</summary>
public sealed class DrawMyPath(TimeWords time)
{
    /// <summary>As many contacts as fit under the name of an office.</summary>
    private const int MostContacts = 2;

    public MyPathPage Page(PersonWords words, string token, PersonFile file)
    {
        var path = file.Path;
        var stages = Stages(words, file);
        var now = stages.SelectMany(s => s.Steps).Where(s => s.IsCurrent).ToList();
        var behind = now.Count > 0 ? stages.Where(s => s.IsBehind).ToList() : [];
        var consents = file.Consents.Select(c => Consent(words, file, c)).ToLookup(c => c.Over is null);
        return new MyPathPage(words, token, file.Town, now, Responsible(words, file), [.. stages.Except(behind)])
        {
            Behind = behind,
            Closed = path.ClosedOn is { } day ? PersonWords.Day(day) : null,
            Waiting = [.. file.Waiting.Select(h => Handover(words, file, h))],
            Consents = [.. consents[true]],
            ConsentsBefore = [.. consents[false]],
            Seers =
            [
                .. path.Participations.Where(p => p.IsActive).OrderByDescending(p => p.ActorId == path.LeadActorId).ThenBy(p => file.NameOf(p.ActorId), StringComparer.InvariantCulture)
                    .Select(p => new PersonSeer(file.NameOf(p.ActorId), Categories(words, p.Categories), p.ActorId == path.LeadActorId)),
            ],
            Readings = [.. file.Readings.Select(r => new PersonReading(PersonWords.Day(r.Day), file.NameOf(r.ActorId), r.Times == 1 ? words[$"reading-{r.What}"] : words["reading-times", words[$"reading-{r.What}"], r.Times]))],
            Questions = [.. file.Questions.Select(q => Question(words, file, q))],
            MayAsk = PersonQuestion.WhyNotAsk(path, file.Questions.Count(q => q.IsOpen)) is null,
        };
    }

    public WithdrawPage Withdrawal(PersonWords words, string token, PersonFile file, Consent consent, IReadOnlyList<Handover> resting)
    {
        var (loss, to) = (file.Path.LossOf(consent), file.NameOf(consent.RecipientActorId));
        List<string> follows = [loss.Loses == DataCategory.None ? words["follows-nothing", to] : words["follows-loses", to, Names(words, loss.Loses)]];
        if (loss.Kept.Count > 0)
            follows.Add(words["follows-kept", to, Names(words, loss.Kept.Aggregate(DataCategory.None, (sum, g) => sum | g.Covers) & consent.Covers)]);
        if (loss.Leaves)
            follows.Add(words["follows-leaves", to]);
        if (loss.LeadsOn)
            follows.Add(words["follows-leads", to]);
        if (resting.Count > 0)
            follows.Add(words["follows-recalled", string.Join(", ", resting.Select(h => file.NameOf(h.ToActorId)).Distinct())]);
        if (loss.Received != DataCategory.None)
            follows.Add(words["follows-deletion", to]);
        follows.Add(words["follows-lawful"]);
        return new WithdrawPage(words, token, Consent(words, file, consent), follows);
    }

    public static PersonText Title(PersonWords words, CaseStep step) => Named(words, step.TitleDe, step.TitleEn);

    private List<PersonStage> Stages(PersonWords words, PersonFile file)
    {
        var stages = new List<PersonStage>();
        foreach (var process in file.Path.Templates)
        {
            var (stage, number, steps, behind) = ((string?)null, 0, new List<PersonStep>(), true);
            foreach (var step in file.Path.Steps.Where(s => file.Path.TemplateOf(s) == process).OrderBy(s => s.Position))
            {
                // A stage goes on under its name where what is done ends.
                if (stage != step.StageDe || (behind && step.State.IsOpen() && file.Path.ClosedOn is null))
                    stages.Add(new PersonStage(Named(words, stage = step.StageDe, step.StageEn), steps = []));
                behind &= !step.State.IsOpen();
                steps.Add(Step(words, file, step, ++number));
            }
        }

        return stages;
    }

    private PersonStep Step(PersonWords words, PersonFile file, CaseStep step, int number)
    {
        var (open, runs) = (step.State.IsOpen(), file.Path.ClosedOn is null);
        var current = open && runs && step.IsCurrent;
        var late = current && step.DueOn < time.Today;
        return new PersonStep(
            step.Id, number, Title(words, step), Enum.Parse<StepLook>(step.State.ToString()), current, file.NameOf(step.ResponsibleActorId), words[open && !runs ? "state-closed" : $"state-{step.State}"],
            !open ? step.EndedOn is { } ended ? PersonWords.Day(ended) : null
            // What is far ahead is reckoned from what comes before it, and would claim more than is known.
            : current && step.DueOn is { } due ? words[late ? "due-since" : "due-until", PersonWords.Day(due)] : null,
            late);
    }

    private static List<ResponsibleActor> Responsible(PersonWords words, PersonFile file)
    {
        var path = file.Path;
        var found = new List<ResponsibleActor>();
        if (path.ClosedOn is null)
        {
            foreach (var of in path.Steps.Where(s => s.State.IsOpen() && s.IsCurrent).OrderBy(s => s.Position).GroupBy(s => s.ResponsibleActorId).Where(g => g.Key != path.LeadActorId))
                found.Add(Of(of.Key, words["does-step", string.Join(", ", of.Select(s => Title(words, s).Text))]));
        }

        found.Add(Of(path.LeadActorId, words[path.ClosedOn is null ? "does-lead" : "did-lead"]));
        return found;

        ResponsibleActor Of(Guid id, string does) => new(file.NameOf(id), does, file.Actors.GetValueOrDefault(id) is { } actor ? [.. Lines(actor)] : []);
    }

    private static IEnumerable<ContactLine> Lines(Actor actor)
    {
        foreach (var text in new[] { actor.Address, actor.OpeningHours }.Where(t => !string.IsNullOrEmpty(t)))
            yield return new ContactLine(text!, null);
        foreach (var contact in actor.Contacts.OrderBy(c => c.Name, StringComparer.InvariantCulture).Take(MostContacts))
        {
            yield return new ContactLine(contact.Name, null);
            if (!string.IsNullOrEmpty(contact.Phone))
                yield return new ContactLine(contact.Phone, $"tel:{new string([.. contact.Phone.Where(c => char.IsAsciiDigit(c) || c == '+')])}");
            if (!string.IsNullOrEmpty(contact.Email))
                yield return new ContactLine(contact.Email, $"mailto:{contact.Email}");
        }
    }

    private static PersonHandover Handover(PersonWords words, PersonFile file, Handover handover) => new(
        file.NameOf(handover.ToActorId), words["waiting-since", PersonWords.Day(GermanTime.DayOf(handover.SentAt))],
        [.. file.Path.Steps.Where(s => handover.Steps.Any(h => h.StepId == s.Id)).OrderBy(s => s.Position).Select(s => Title(words, s))]);

    private PersonConsent Consent(PersonWords words, PersonFile file, Consent consent) => new(
        consent.Id, file.NameOf(consent.RecipientActorId), Categories(words, consent.Covers), consent.Purpose,
        words["consent-given", PersonWords.Day(consent.GivenOn), PersonWords.Day(consent.Until)],
        consent.WithdrawnOn is { } day ? words["consent-withdrawn", PersonWords.Day(day)] : consent.Until < time.Today ? words["consent-over", PersonWords.Day(consent.Until)] : null,
        consent.WithdrawnAt is null);

    private static PersonAnswer Question(PersonWords words, PersonFile file, PersonQuestion question) => new(
        words[$"kind-{question.Kind}"], file.Path.Steps.FirstOrDefault(s => s.Id == question.StepId) is { } step ? Title(words, step) : null, question.Text,
        words["asked-on", PersonWords.Day(GermanTime.DayOf(question.AskedAt))], question.Answer,
        question.AnsweredAt is { } at ? words["answered-on", PersonWords.Day(GermanTime.DayOf(at)), file.NameOf(question.AnsweredByActorId)] : null);

    private static List<string> Categories(PersonWords words, DataCategory mask) => [.. CategoryWords.All.Where(c => mask.HasFlag(c)).Select(c => words[$"category-{c}"])];

    private static string Names(PersonWords words, DataCategory mask) => string.Join(words["list"], Categories(words, mask));

    private static PersonText Named(PersonWords words, string german, string? english) =>
        new(words.Language.Code == "en" ? english ?? german : StepNames.Of(german, words.Language), german);
}
