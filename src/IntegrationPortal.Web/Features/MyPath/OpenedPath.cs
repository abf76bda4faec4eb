using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.MyPath;

/// <summary>
/// The case of a person, opened with the token of their sheet in a scope of its own, whose session is nobody but that person: whoever is signed in in the
/// same browser lends it nothing.
/// </summary>
public sealed class OpenedPath : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;

    private OpenedPath(AsyncServiceScope scope, OpenPersonLink link, string token) =>
        (this.scope, CaseId, Language, Token, TokenHash) = (scope, link.CaseId, link.Language, token, SheetToken.Hash(token));

    public Guid CaseId { get; }

    /// <summary>Code of the language in which the page opens.</summary>
    public string Language { get; }

    public string Token { get; }

    public byte[] TokenHash { get; }

    public PortalDbContext Db => Get<PortalDbContext>();

    /// <summary>Null for a token that is none, and for a link that was printed anew, revoked, guessed at or has lapsed.</summary>
    public static async Task<OpenedPath?> OpenAsync(string token, PortalDbContext db, TenantScopes tenants, CancellationToken cancellation) =>
        SheetToken.Read(token) is { } read && await db.PersonLinkOfAsync(SheetToken.Hash(read), cancellation) is { } link
            ? new OpenedPath(tenants.EnterPerson(link.TenantId, link.CaseId), link, read)
            : null;

    /// <summary>Says the code. Each wrong one is counted, also of many that come at once: whoever loses the row tries again.</summary>
    public async Task<bool> TryAsync(string code, CancellationToken cancellation)
    {
        while (await Db.PersonLinks.AsTracking().SingleOrDefaultAsync(l => l.CaseId == CaseId, cancellation) is { } link && link.IsSheet(TokenHash) && link.RevokedAt is null)
        {
            var right = link.Try(PathCode.Hash(Token, code));
            if (await Db.SaveInTimeAsync(cancellation))
                return right;
        }

        return false;
    }

    /// <summary>Asks the lead. The same form sent twice is one question, and of many at once no more than may be open.</summary>
    public async Task<PersonQuestion?> AskAsync(AskForm form, string text, string language, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        await Db.HoldPersonLinkAsync(CaseId, cancellation);
        if (await Db.SeePathAsync(CaseId, cancellation) is not { } path)
            return null;
        var asked = await Db.PersonQuestions.AsNoTracking().Where(q => q.CaseId == CaseId).ToListAsync(cancellation);
        if (asked.Find(q => q.Id == form.Id) is { } there)
            return there;
        var question = PersonQuestion.Ask(form.Id, path, asked.Count(q => q.IsOpen), form.Step, form.Kind!.Value, text, language, now);
        Db.Add(question);
        await Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return question;
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
