using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls.Routes;

namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

public sealed class TableOfButtonsTests(PortalHost host)
{
    /// <summary>What is not sent three times in these tests, and why.</summary>
    private static readonly Dictionary<string, string> Left = new()
    {
        ["/account/login"] = "Each sending begins a session of its own, as it should.",
        ["/account/login/code"] = "A code is used once: SecondStepTests.",
        ["/account/second-factor"] = "Needs a code: TurningOnTests.",
        ["/account/second-factor/codes"] = "Needs a code: TurningOnTests.",
        ["/account/second-factor/off"] = "Needs a code: TurningOnTests.",
        ["/account/login/passkey"] = "Each sending begins a session of its own, and what a device answers works once: PasskeyAttackTests.",
        ["/account/sign-ins/link"] = "Needs an organisation that vouches: SingleSignOnTests.",
        ["/account/sign-ins/passkeys/new"] = "Needs a device: PasskeyAttackTests.",
        ["/account/sign-ins/{id:guid}/remove"] = "Needs the password: SignInAttackTests send it twice.",
        ["/cases/import"] = "Needs a file, and keeps nothing of it.",
        ["/cases/import/columns"] = "Needs a file: OnceTests.",
        ["/my-path"] = "Opens what the code stands for and writes nothing.",
        ["/my-path/{token}"] = "Needs what was told beside the sheet; wrong ones are counted also when they come at once: MyPathAttackTests.",
        ["/my-path/leave"] = "Clears a cookie.",
        ["/answer"] = "Opens what the code stands for and writes nothing.",
        ["/contributions/import"] = "Needs a file; saved with the id of the form like /contributions/new.",
        ["/contributions/{id:guid}/pictures"] = "Needs a file; saved with the id of the form.",
        ["/contributions/{id:guid}/pictures/{picture:guid}/remove"] = "Needs a file; removes one row by its id.",
        ["/contributions/{id:guid}/restore/{number:int}"] = "Begins a draft like revise, held by the same index.",
        ["/account/hat"] = "Puts on the hat that it names, again or not.",
        ["/preferences/language"] = "Sets what it names, again or not.",
        ["/preferences/plain"] = "Sets a cookie.",
        ["/preferences/theme"] = "Sets a cookie.",
        ["/admin/mails/{id:guid}/again"] = "Lays a mail back, again or not; it is sent by the job alone.",
        ["/admin/municipalities/join"] = "Needs a municipality of the reference data: BeginningTests.",
        ["/adoptions/{id:guid}/origin/seen"] = "Notes the version that it names, with the version of the plan.",
        ["/evaluation/plans/{id:guid}/snapshots/{wave:int}"] = "Needs published figures: EvaluationPagesTests.",
        ["/mentoring/matching"] = "Needs proposals of the solver: MatchingTests.",
        ["/programme/reports"] = "A year has one report: the programme's tests.",
        ["/programme/reports/{id:guid}/release"] = "Needs a report that is complete: the programme's tests.",
        ["/questions/{id:guid}/take-back"] = "Moves the state like pass and refuse.",
        ["/reviews/{id:guid}/confirm"] = "Needs an entry a year old; moves the state like the other deeds of a review.",
        ["/reviews/{id:guid}/origin/take-over"] = "Needs an improvement; saved with the version of the entry.",
    };

    [Fact]
    public void Every_route_that_writes_is_sent_three_times_in_the_same_moment_or_says_why_not()
    {
        var writing = PortalRoutes.Of(host.Portal).Where(r => r.Method == "POST").Select(r => r.Template).Distinct().ToList();
        var sent = PortalForms.All.Where(f => !f.IsNeverRight).Concat(PortalButtons.All).Select(f => f.Route).Distinct().ToList();
        Assert.Empty(writing.Except(sent).Except(Left.Keys));
        Assert.Empty(Left.Keys.Intersect(sent).Concat(Left.Keys.Except(writing)));
        Assert.All(sent, route => Areas.Of(new PortalForm(route, null!)));
    }
}
