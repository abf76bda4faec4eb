using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

public sealed class VolunteerTests
{
    private readonly Initiative _initiative = new();

    [Fact]
    public void Only_the_coordination_of_the_organisation_keeps_its_volunteers()
    {
        var volunteer = _initiative.Interested();
        foreach (var other in new[] { Initiative.Stranger, _initiative.Mentor, Case.For(_initiative.Organisation, Role.ActorManager) })
        {
            Refused.With("mentoring-coordination-only", () => volunteer.Note(new VolunteerFacts(null, null), other, Initiative.Today));
            Refused.With("mentoring-coordination-only", () => volunteer.Move(VolunteerDeed.Leave, 0, other, Initiative.Today));
            Refused.With("mentoring-coordination-only", () => volunteer.NoteCertificate(Initiative.Today, true, other, Initiative.Rules, Initiative.Today));
        }
    }

    [Fact]
    public void Volunteers_register_themselves_and_describe_themselves_and_nobody_else()
    {
        var own = Volunteer.Register(Guid.CreateVersion7(), new VolunteerDetails("Jo", ["de"]), _initiative.Mentor, Initiative.Now);
        Assert.Equal((VolunteerState.Interested, _initiative.Mentor.UserId), (own.State, own.UserId!.Value));
        own.Describe(new VolunteerDetails("Johanna", ["de", "en"], Limits: "kein Auto"), _initiative.Mentor);
        Assert.Equal("Johanna", own.CalledName);
        Refused.With("mentoring-coordination-only", () => _initiative.Interested().Describe(new VolunteerDetails("X", []), _initiative.Mentor));
        Refused.With("volunteer-own-profile-only", () => Volunteer.Register(Guid.CreateVersion7(), new VolunteerDetails("Jo", []), _initiative.Coordinator, Initiative.Now));
    }

    [Fact]
    public void Nobody_is_admitted_without_agreement_and_declaration_of_confidentiality()
    {
        var volunteer = _initiative.Interested();
        Refused.With("volunteer-agreement-missing", () => volunteer.Move(VolunteerDeed.Admit, 0, _initiative.Coordinator, Initiative.Today));
        volunteer.Note(new VolunteerFacts(Initiative.Today, null), _initiative.Coordinator, Initiative.Today);
        Refused.With("volunteer-confidentiality-missing", () => volunteer.Move(VolunteerDeed.Admit, 0, _initiative.Coordinator, Initiative.Today));
        volunteer.Note(new VolunteerFacts(Initiative.Today, Initiative.Today), _initiative.Coordinator, Initiative.Today);
        volunteer.Move(VolunteerDeed.Admit, 0, _initiative.Coordinator, Initiative.Today);
        Assert.Equal(VolunteerState.Active, volunteer.State);
        Refused.With("volunteer-cannot-move", () => volunteer.Move(VolunteerDeed.Admit, 0, _initiative.Coordinator, Initiative.Today));
    }

    [Fact]
    public void Nobody_leaves_while_a_tandem_counts_on_them()
    {
        Refused.With("volunteer-has-tandems", () => _initiative.Volunteer.Move(VolunteerDeed.Leave, 1, _initiative.Coordinator, Initiative.Today));
        _initiative.Volunteer.Move(VolunteerDeed.Pause, 1, _initiative.Coordinator, Initiative.Today);
        _initiative.Volunteer.Move(VolunteerDeed.Leave, 0, _initiative.Coordinator, Initiative.Today);
        Assert.Equal(VolunteerState.Left, _initiative.Volunteer.State);
    }

    [Fact]
    public void The_day_of_leaving_stands_as_long_as_somebody_is_gone_and_counts_anew_when_they_leave_again()
    {
        var volunteer = _initiative.Volunteer;
        volunteer.Move(VolunteerDeed.Pause, 0, _initiative.Coordinator, Initiative.Today);
        Assert.Null(volunteer.LeftOn);
        volunteer.Move(VolunteerDeed.Leave, 0, _initiative.Coordinator, Initiative.Today);
        Assert.Equal(Initiative.Today, volunteer.LeftOn);
        Refused.With("volunteer-cannot-move", () => volunteer.Move(VolunteerDeed.Leave, 0, _initiative.Coordinator, Initiative.Today.AddDays(9)));
        Assert.Equal(Initiative.Today, volunteer.LeftOn);
        volunteer.Move(VolunteerDeed.Admit, 0, _initiative.Coordinator, Initiative.Today.AddDays(30));
        Assert.Null(volunteer.LeftOn);
        volunteer.Move(VolunteerDeed.Leave, 0, _initiative.Coordinator, Initiative.Today.AddDays(60));
        Assert.Equal(Initiative.Today.AddDays(60), volunteer.LeftOn);
    }

    [Fact]
    public void What_is_noted_has_happened_already()
    {
        var tomorrow = Initiative.Today.AddDays(1);
        Refused.With("mentoring-date-in-future", () => _initiative.Volunteer.Note(new VolunteerFacts(Initiative.Today, tomorrow), _initiative.Coordinator, Initiative.Today));
        Refused.With("mentoring-date-in-future", () => _initiative.Volunteer.NoteCertificate(tomorrow, true, _initiative.Coordinator, Initiative.Rules, Initiative.Today));
    }

    [Fact]
    public void A_look_at_the_certificate_holds_for_the_time_of_the_rules_and_only_when_it_was_clear()
    {
        var volunteer = _initiative.Volunteer;
        volunteer.NoteCertificate(new(2022, 1, 10), true, _initiative.Coordinator, Initiative.Rules, Initiative.Today);
        Assert.True(volunteer.HasCertificateOn(new(2027, 1, 10)));
        Assert.False(volunteer.HasCertificateOn(new(2027, 1, 11)));
        volunteer.NoteCertificate(Initiative.Today, false, _initiative.Coordinator, Initiative.Rules, Initiative.Today);
        Assert.False(volunteer.HasCertificateOn(Initiative.Today));
    }

    [Fact]
    public void The_note_of_the_certificate_is_forgotten_six_months_after_the_last_activity()
    {
        var volunteer = _initiative.Volunteer;
        volunteer.NoteCertificate(new(2026, 1, 10), true, _initiative.Coordinator, Initiative.Rules, Initiative.Today);
        Assert.False(volunteer.ForgetCertificate(false, new(2026, 3, 1), Initiative.Rules, new(2026, 8, 31)));
        Assert.False(volunteer.ForgetCertificate(true, new(2026, 3, 1), Initiative.Rules, new(2030, 9, 1)));
        Assert.True(volunteer.ForgetCertificate(false, new(2026, 3, 1), Initiative.Rules, new(2026, 9, 1)));
        Assert.Null(volunteer.CertificateSeenOn);
        Assert.Null(volunteer.CertificateSeenBy);
        Assert.False(volunteer.ForgetCertificate(false, null, Initiative.Rules, Initiative.Today));
    }

    [Fact]
    public void Of_somebody_who_left_without_having_been_active_with_it_the_note_of_the_certificate_is_forgotten_at_once()
    {
        Volunteer Left(bool left = true)
        {
            var initiative = new Initiative();
            initiative.Volunteer.NoteCertificate(Initiative.Today, true, initiative.Coordinator, Initiative.Rules, Initiative.Today);
            if (left)
                initiative.Volunteer.Move(VolunteerDeed.Leave, 0, initiative.Coordinator, Initiative.Today);
            return initiative.Volunteer;
        }

        Assert.False(Left(left: false).ForgetCertificate(false, null, Initiative.Rules, Initiative.Today));
        Assert.False(Left().ForgetCertificate(false, Initiative.Today, Initiative.Rules, Initiative.Today));
        Assert.True(Left().ForgetCertificate(false, null, Initiative.Rules, Initiative.Today));
        Assert.True(Left().ForgetCertificate(false, Initiative.Today.AddDays(-1), Initiative.Rules, Initiative.Today));
    }

    [Fact]
    public void Only_somebody_without_an_account_is_invited_to_a_profile_and_whoever_accepts_has_it()
    {
        var initiative = new Initiative();
        Refused.With("volunteer-has-account", () => initiative.Volunteer.Invite(Guid.NewGuid(), "a@test.example", "de", initiative.Coordinator, Initiative.Now));
        var volunteer = initiative.Admitted();
        Refused.With("mentoring-coordination-only", () => volunteer.Invite(Guid.NewGuid(), "a@test.example", "de", Initiative.Stranger, Initiative.Now));
        var invitation = volunteer.Invite(Guid.NewGuid(), "a@test.example", "de", initiative.Coordinator, Initiative.Now);
        Assert.Throws<ArgumentException>(() => volunteer.BecomeOf(invitation));
        var user = Guid.NewGuid();
        invitation.Accept(user, [], Initiative.Now);
        Assert.Throws<ArgumentException>(() => initiative.Admitted().BecomeOf(invitation));
        volunteer.BecomeOf(invitation);
        Assert.Equal(user, volunteer.UserId);
        Assert.Throws<ArgumentException>(() => volunteer.BecomeOf(invitation));
    }
}
