using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Consents;

/// <summary>The person withdraws a consent: never refused, and what rests on it ends at once.</summary>
public sealed class WithdrawalTests
{
    private const DataCategory Two = DataCategory.Basic | DataCategory.Status;

    private readonly Case given = new();
    private readonly Consent consent;

    public WithdrawalTests() => consent = Consented();

    [Fact]
    public void It_is_a_ground_for_nothing_any_more()
    {
        Assert.True(consent.HoldsOn(Case.Today));
        Withdraw();
        Assert.False(consent.HoldsOn(Case.Today));
        Assert.Null(LegalGrounds.Find(DataCategory.Basic, given.Coordination.Kind, given.Jobcenter, [consent], [], Case.Today));
        Assert.Equal(
            (Case.Today, WithdrawnAs.Spoken, "fa", "Telefon", given.Coordination.Id),
            (consent.WithdrawnOn, consent.WithdrawnAs, consent.WithdrawalLanguage, consent.WithdrawalInterpreter, consent.WithdrawnByActorId));
    }

    [Fact]
    public void It_is_withdrawn_once_and_neither_before_it_was_given_nor_in_the_future()
    {
        Refused.With("consent-withdrawn-before-given", () => Withdraw(on: consent.GivenOn.AddDays(-1)));
        Refused.With("consent-withdrawn-in-future", () => Withdraw(on: Case.Today.AddDays(1)));
        Assert.Null(consent.WithdrawnAt);
        Withdraw(on: consent.GivenOn);
        Refused.With("consent-withdrawn-already", () => Withdraw());
    }

    [Fact]
    public void Whoever_takes_part_and_sees_consents_writes_it_down_and_nobody_else()
    {
        Assert.Equal("case-not-taking-part", Consent.WhyNotWithdraw(given.Path, given.Worker)?.Code);
        HandedOver(new LegalGround(DataCategory.Basic, null, "norm", Case.Today), By(DataCategory.Status));
        Assert.Null(Consent.WhyNotWithdraw(given.Path, given.Worker));
        // The norm has ended since, and with it what consents are read by.
        given.Path.Lapse(Case.Friday.AddDays(1));
        Assert.Equal("fact-person-not-seen", Consent.WhyNotWithdraw(given.Path, given.Worker)?.Code);
        var other = Case.For(Case.NewActor(Actors.Actor.Coordination), Role.Coordinator);
        given.Path.BreakGlass("Notfall", other, Case.Friday);
        Assert.Equal("break-glass-reads-only", Consent.WhyNotWithdraw(given.Path, other)?.Code);
    }

    [Fact]
    public void A_closed_case_refuses_it_no_more_than_one_that_runs_and_gives_nothing_of_it_back()
    {
        HandedOver(By(DataCategory.Basic), By(DataCategory.Status));
        given.Path.Close(new ClosingDetails(Case.Today, ClosureReason.OwnWish, new(2029, 12, 31)), [], [], given.Coordinator, Case.Friday);
        Assert.Null(Consent.WhyNotWithdraw(given.Path, given.Coordinator));
        Withdraw();
        var asked = Follow();
        Assert.Equal(Two, asked?.Covers);
        Assert.Empty(given.Path.ComingBack(Case.Today));
    }

    [Fact]
    public void Who_has_nothing_else_takes_part_no_more_and_the_lead_stands_in()
    {
        HandedOver(By(DataCategory.Basic), By(DataCategory.Status));
        var loss = given.Path.LossOf(consent);
        Assert.Equal((Two, Two, true, false), (loss.Loses, loss.Received, loss.Leaves, loss.LeadsOn));
        Withdraw(on: Case.Today.AddDays(2), at: Case.Friday.AddDays(5));
        Follow(Case.Friday.AddDays(5));
        Assert.False(given.Path.ParticipationOf(given.Jobcenter.Id)!.IsActive);
        Assert.Equal((given.Coordination.Id, true), (given.Second.ResponsibleActorId, given.Second.StandsIn));
        var told = Assert.Single(given.Path.Events, e => e.Kind == CaseEventKind.ConsentWithdrawn);
        Assert.Equal((given.Jobcenter.Id, DataCategory.None, Case.Friday.AddDays(5)), (told.OtherActorId, told.Category, told.RecordedAt));
        // The day on which the person said so, not the one on which somebody wrote it down.
        Assert.Equal(Case.Today.AddDays(2), GermanTime.DayOf(told.HappenedAt));
    }

    [Fact]
    public void What_a_norm_or_another_consent_gives_stays_and_is_named()
    {
        HandedOver(new LegalGround(DataCategory.Basic, null, "norm", null), By(DataCategory.Status));
        var other = Consented();
        HandedOver(By(DataCategory.Basic, other), By(DataCategory.Work, other));
        var loss = given.Path.LossOf(consent);
        Assert.Equal((DataCategory.Status, DataCategory.Status, false, false), (loss.Loses, loss.Received, loss.Leaves, loss.LeadsOn));
        Withdraw();
        Follow();
        var theirs = given.Path.ParticipationOf(given.Jobcenter.Id)!;
        Assert.Equal((true, DataCategory.Basic | DataCategory.Work), (theirs.IsActive, theirs.Categories));
        Assert.Equal(given.Jobcenter.Id, given.Second.ResponsibleActorId);
        Assert.Equal("norm", Assert.Single(given.Path.LossOf(other).Kept).Norm);
    }

    [Fact]
    public void No_norm_takes_the_place_of_a_consent_that_was_the_ground()
    {
        HandedOver(By(DataCategory.Basic));
        Withdraw();
        Follow();
        Assert.DoesNotContain(given.Path.ParticipationOf(given.Jobcenter.Id)!.Grounds, g => g.EndedOn is null);
    }

    [Fact]
    public void Who_leads_keeps_the_path_and_no_fact_about_the_person()
    {
        HandedOver(HandoverKind.Transfer, By(DataCategory.Basic), By(DataCategory.Status));
        Assert.Equal(given.Jobcenter.Id, given.Path.LeadActorId);
        var loss = given.Path.LossOf(consent);
        Assert.Equal((Two, false, true), (loss.Loses, loss.Leaves, loss.LeadsOn));
        Withdraw();
        Follow();
        var lead = given.Path.ParticipationOf(given.Jobcenter.Id)!;
        Assert.Equal((true, DataCategory.None), (lead.IsActive, lead.Categories));
        Assert.Equal(given.Jobcenter.Id, given.Second.ResponsibleActorId);
    }

    [Fact]
    public void Who_has_left_before_loses_nothing_and_is_still_asked_to_delete()
    {
        HandedOver(By(DataCategory.Basic));
        given.Path.Depart(given.Jobcenter.Id, Case.Friday);
        var loss = given.Path.LossOf(consent);
        Assert.Equal((DataCategory.None, DataCategory.Basic, false), (loss.Loses, loss.Received, loss.Leaves));
        Withdraw();
        Assert.Equal((given.Jobcenter.Id, DataCategory.Basic, given.Path.Number), Follow() is { } r ? (r.ActorId, r.Covers, r.CaseNumber) : default);
    }

    [Fact]
    public void Who_received_nothing_on_it_is_asked_nothing()
    {
        Withdraw();
        Assert.Null(Follow());
    }

    [Fact]
    public void A_handover_that_rests_on_it_is_taken_back_by_the_portal()
    {
        var sent = Sent(HandoverKind.Referral, By(DataCategory.Basic));
        Assert.True(sent.RestsOn(consent.Id));
        Withdraw();
        sent.Recall(consent.Id, Case.Friday);
        Assert.Equal((HandoverState.Withdrawn, null), (sent.State, sent.ChangedByUserId));
        var told = sent.Events[^1];
        Assert.Equal((CaseEventKind.HandoverWithdrawn, null, null, Handover.ConsentWithdrawn), (told.Kind, told.UserId, told.ActorId, told.Reason));

        var other = Sent(HandoverKind.Referral, new LegalGround(DataCategory.Basic, null, "norm", null));
        Assert.Throws<InvalidOperationException>(() => other.Recall(consent.Id, Case.Friday));
    }

    [Fact]
    public void The_recipient_answers_once_that_it_has_deleted_or_by_which_norm_it_keeps()
    {
        HandedOver(By(DataCategory.Basic));
        Withdraw();
        var asked = Follow()!;
        Refused.With("deletion-recipient-only", () => asked.Answer(null, given.Coordinator, Case.Friday));
        var worker = given.Worker;
        asked.Answer("SGB X § 84", worker, Case.Friday);
        Assert.Equal((worker.UserId, Case.Friday, "SGB X § 84"), (asked.AnsweredByUserId, asked.AnsweredAt, asked.KeptBecause));
        Refused.With("deletion-answered-already", () => asked.Answer(null, worker, Case.Friday));
    }

    private Consent Consented() => Consent.Record(
        given.Path, given.Person, given.Jobcenter,
        new ConsentDetails(Guid.CreateVersion7(), Two | DataCategory.Work, "Beratung", Case.Today.AddDays(-5), new(2027, 5, 1), "fa", null, ConsentForm.Written, null, "1"),
        new(2027, 11, 1), given.Coordinator, Case.Friday);

    private void Withdraw(DateOnly? on = null, DateTimeOffset? at = null) =>
        consent.Withdraw(given.Path, new WithdrawalDetails(on ?? Case.Today, WithdrawnAs.Spoken, "fa", "Telefon"), given.Coordinator, at ?? Case.Friday);

    private DeletionRequest? Follow(DateTimeOffset? at = null)
    {
        var now = at ?? Case.Friday;
        var asked = DeletionRequest.After(consent, given.Path, now);
        given.Path.WithdrawConsent(consent, given.Coordinator, Case.Calendar, now);
        given.Path.Forget(consent, now);
        return asked;
    }

    private LegalGround By(DataCategory category, Consent? on = null) => new(category, (on ?? consent).Id, null, new(2027, 5, 1));

    private void HandedOver(params LegalGround[] grounds) => HandedOver(HandoverKind.Referral, grounds);

    private void HandedOver(HandoverKind kind, params LegalGround[] grounds)
    {
        var handover = Sent(kind, grounds);
        var mine = given.Path.ParticipationOf(given.Jobcenter.Id);
        var joined = handover.Accept(null, mine, given.Worker, Case.Friday);
        if (mine is null)
            ((List<Participation>)given.Path.Participations).Add(joined);
        given.Path.TakeOn(handover, given.Worker, Case.Calendar, Case.Friday);
    }

    private Handover Sent(HandoverKind kind, params LegalGround[] grounds) => Handover.Send(
        given.Path, given.Jobcenter, new HandoverDraft(Guid.CreateVersion7(), kind, [given.Second.Id], "Ziel", null, null, false, null, null, null, [], [], [], []),
        grounds.ToDictionary(g => g.Covers, g => (LegalGround?)g), false, true, given.Coordinator, new HandoverClock(2, 5, 10), Case.Calendar, Case.Friday);
}
