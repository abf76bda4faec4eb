using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>
/// One handover, opened with the token of its printed sheet in a scope of its own, whose session is nobody but the answer to this handover:
/// whoever is signed in in the same browser lends it nothing.
/// </summary>
public sealed class OpenedSheet : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly OpenSheet sheet;

    private OpenedSheet(AsyncServiceScope scope, OpenSheet sheet) => (this.scope, this.sheet) = (scope, sheet);

    public Guid? AnswerId => sheet.AnswerId;

    public bool IsOpen => sheet.IsOpen;

    private PortalDbContext Db => Get<PortalDbContext>();

    /// <summary>Null for a token that is none, or of a sheet that was printed anew since.</summary>
    public static async Task<OpenedSheet?> OpenAsync(string token, PortalDbContext db, TenantScopes tenants, CancellationToken cancellation) =>
        SheetToken.Read(token) is { } read && await db.SheetOfAsync(SheetToken.Hash(read), cancellation) is { } sheet
            ? new OpenedSheet(tenants.EnterSheet(sheet.TenantId, sheet.HandoverId, sheet.ActorId), sheet)
            : null;

    /// <summary>Null where it can be answered no more.</summary>
    public async Task<HandoverFile?> ReadAsync(CancellationToken cancellation) =>
        IsOpen && await Db.ReadHandoverAsync(sheet.HandoverId, cancellation) is { Handover.Content: not null } file ? file : null;

    /// <summary>Answers with one of the deeds of handovers, in the name of the receiver.</summary>
    /// <returns>False where the handover has gone.</returns>
    public async Task<bool> AnswerAsync(SheetAnswerForm form, Func<OpenedSheet, Guid, Officer, Task<bool>> deed, CancellationToken cancellation)
    {
        if (await Db.TakeHandoverAsync(sheet.HandoverId, cancellation) is not { Sheet: { } paper })
            return false;
        // Saved with the deed, which takes the same handover.
        paper.Take(form.Id);
        return await deed(this, sheet.HandoverId, Officer.OnPaper(sheet.TenantId, sheet.ActorId, sheet.ActorKind, form.Says()));
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
