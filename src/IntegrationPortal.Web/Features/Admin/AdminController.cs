using Hangfire;
using Hangfire.Storage;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Features.Admin;

/// <summary>State of mails and jobs, for operations.</summary>
[Requires(Right.SeeJobs), Route("/admin")]
public sealed class AdminController(
    PortalDbContext db, TimeProvider clock, IOptions<PortalFace> face, IOptionsMonitor<MailSettings> mail, IStringLocalizer<AdminTexts> words) : Controller
{
    private const int MostRows = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] IServiceProvider services, CancellationToken cancellation)
    {
        var waiting = db.OutboxMails.Where(m => m.SentAt == null && m.GivenUpAt == null);
        var mails = new MailCounts(
            await waiting.CountAsync(cancellation),
            await db.OutboxMails.CountAsync(m => m.GivenUpAt != null, cancellation),
            await waiting.MinAsync(m => (DateTimeOffset?)m.CreatedAt, cancellation),
            await db.OutboxMails.MaxAsync(m => m.SentAt, cancellation),
            mail.CurrentValue.IsConfigured);
        return View(new AdminPage(await db.Users.CountAsync(u => u.ClosedAt == null, cancellation), mails, Jobs(services.GetService<JobStorage>())));
    }

    [HttpGet("mails")]
    public async Task<IActionResult> Mails(CancellationToken cancellation) => View(new MailsPage(
        await db.OutboxMails.OrderByDescending(m => m.GivenUpAt != null && m.SentAt == null).ThenByDescending(m => m.CreatedAt).Take(MostRows)
            .Select(m => new MailRow(m.Id, m.Template, m.CreatedAt, m.SentAt, m.GivenUpAt, m.Attempts, m.LastError)).ToListAsync(cancellation),
        face.Value.Demo));

    [HttpPost("mails/{id:guid}/again")]
    public async Task<IActionResult> Again([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.OutboxMails.SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } row)
            return NotFound();
        row.TryAgain(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["again"]);
        return this.SeeOther("/admin/mails");
    }

    /// <summary>Demo mode only, so that links in mails can be tried without a mail server. Elsewhere the page does not exist.</summary>
    [HttpGet("mails/{id:guid}")]
    public async Task<IActionResult> DemoMail([FromRoute] Guid id, [FromServices] MailText text, CancellationToken cancellation)
    {
        if (!face.Value.Demo || await db.OutboxMails.SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } row)
            return NotFound();
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == row.RecipientUserId, cancellation);
        var rendered = text.Render(row, user?.Language ?? row.Language ?? "de");
        // Whoever runs the portal may not open what only the addressee sees: such an address stays a line of the text.
        var link = row.Template is MailTemplate.Invitation or MailTemplate.PasswordReset or MailTemplate.PasswordChanged or MailTemplate.EmailChange ? rendered.Link : null;
        return View(new DemoMailPage(user?.Email ?? row.ToAddress!, rendered.Subject, rendered.Body, link));
    }

    private static IReadOnlyList<JobRow> Jobs(JobStorage? storage)
    {
        if (storage is null)
            return [];
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().OrderBy(j => j.Id)
            .Select(j => new JobRow(j.Id, j.LastExecution, j.NextExecution, j.LastJobState))];
    }
}
