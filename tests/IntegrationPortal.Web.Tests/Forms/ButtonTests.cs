using System.Net;
using IntegrationPortal.Web.Tests.Hostile;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>Buttons that send a value nobody types: with another value than the page wrote they do nothing and say so on a page.</summary>
public sealed class ButtonTests(PortalHost host)
{
    private static readonly (string Route, string Field)[] Buttons =
    [
        ("/account/calendar", "made"),
        ("/account/email/confirm", "token"),
        ("/account/hat", "membership"),
        ("/admin/accounts/{id:guid}/lock", "state"),
        ("/admin/accounts/{id:guid}/unlock", "state"),
        ("/admin/municipalities/join", "key"),
        ("/adoptions/{id:guid}/origin/improve", "draft"),
        ("/adoptions/{id:guid}/origin/seen", "version"),
        ("/adoptions/{id:guid}/release", "version"),
        ("/assessments/start", "questionnaire"),
        ("/cases/import/columns", "table"),
        ("/evaluation/plans/{id:guid}/register", "version"),
        ("/cases/{id:guid}/my-path", "print"),
        ("/handovers/{id:guid}/sheet", "print"),
        ("/invitations/accept/confirm", "token"),
        ("/mentoring/matching", "volunteerId"),
        ("/mentoring/tandems/{id:guid}/take-over", "version"),
        ("/preferences/language", "language"),
        ("/preferences/plain", "plain"),
        ("/preferences/theme", "theme"),
        ("/programme/board/reviews/{id:guid}/publish", "version"),
        ("/programme/reports", "Form.Year"),
        ("/programme/reports/{id:guid}/release", "version"),
        ("/survey/{token}", "language"),
    ];

    public static IEnumerable<string> Routes => Buttons.Select(b => b.Route);

    public static TheoryData<string, string> Everything => [.. Buttons];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task A_value_that_no_button_has_is_answered_with_a_page_that_says_so(string route, string field)
    {
        var town = await host.TownAsync();
        var user = route.StartsWith("/mentoring", StringComparison.Ordinal) ? (await TownInitiative.CreateAsync(town)).Coordinator
            : route.StartsWith("/admin", StringComparison.Ordinal) ? await TestUser.CreateAsync(host.Portal, IntegrationPortal.Domain.Tenancy.Role.Administrator)
            : route.StartsWith("/programme", StringComparison.Ordinal) ? await TestUser.CreateAsync(host.Portal, IntegrationPortal.Domain.Tenancy.Role.FoundationStaff) : await town.CoordinatorAsync();
        using var visitor = host.Portal.VisitAs(user);
        var token = (await visitor.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        string[] values = ["", "etwas anderes", Guid.NewGuid().ToString(), HostileInput.Script, "عربى", new('x', 900_000)];
        foreach (var value in values)
        {
            var answer = await visitor.PostAsync(route, ("__RequestVerificationToken", token), (field, value));
            Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone, $"{route} with '{value[..Math.Min(40, value.Length)]}': {(int)answer.Status}");
            Assert.NotNull(answer.Heading);
            Assert.DoesNotContain(HostileInput.Script, answer.Body, StringComparison.OrdinalIgnoreCase);
        }
    }
}
