using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationPortal.Web.Security;

/// <summary>
/// Links in mails that open something without a sign-in. The link itself carries the id of its row (and the tenant), sealed with
/// the portal's keys for one purpose; nothing that would open the row is stored, not in the outbox either, and the tenant is
/// known before the first query. That it works once and expires is the state of the row.
/// </summary>
public sealed class SignedLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector invitations = protection.CreateProtector("portal.invitation.v1");
    private readonly IDataProtector feedback = protection.CreateProtector("portal.feedback.v1");
    private readonly IDataProtector resets = protection.CreateProtector("portal.password-reset.v1");
    private readonly IDataProtector addresses = protection.CreateProtector("portal.email-change.v1");
    private readonly IDataProtector surveys = protection.CreateProtector("portal.survey.v1");

    private readonly IDataProtector sheets = protection.CreateProtector("portal.sheet.v1");
    private readonly IDataProtector calendars = protection.CreateProtector("portal.calendar.v1");
    private readonly IDataProtector personSheets = protection.CreateProtector("portal.person-sheet.v1");

    /// <param name="tenantId">Null for an invitation to a role of the whole portal.</param>
    public string ForInvitation(Guid? tenantId, Guid invitationId) =>
        Seal(invitations, [.. tenantId?.ToByteArray() ?? [], .. invitationId.ToByteArray()]);

    /// <summary>Null for anything this portal has not sealed as an invitation.</summary>
    public (Guid? TenantId, Guid InvitationId)? ReadInvitation(string? token) => Open(invitations, token) switch
    {
        { Length: 32 } bytes => (new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16))),
        { Length: 16 } bytes => (null, new Guid(bytes)),
        _ => null,
    };

    /// <summary>A slip of a workshop; it names nobody.</summary>
    public string ForFeedback(Guid pilotId, Guid workshopId, int number) =>
        Seal(feedback, [.. pilotId.ToByteArray(), .. workshopId.ToByteArray(), .. BitConverter.GetBytes(number)]);

    public (Guid PilotId, Guid WorkshopId, int Number)? ReadFeedback(string? token) => Open(feedback, token) is { Length: 36 } bytes
        ? (new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16, 16)), BitConverter.ToInt32(bytes, 32))
        : null;

    public string ForPasswordReset(Guid resetId) => Seal(resets, resetId.ToByteArray());

    public Guid? ReadPasswordReset(string? token) => Open(resets, token) is { Length: 16 } bytes ? new Guid(bytes) : null;

    public string ForEmailChange(Guid changeId) => Seal(addresses, changeId.ToByteArray());

    public Guid? ReadEmailChange(string? token) => Open(addresses, token) is { Length: 16 } bytes ? new Guid(bytes) : null;

    public string ForSurvey(Guid linkId) => Seal(surveys, linkId.ToByteArray());

    public Guid? ReadSurvey(string? token) => Open(surveys, token) is { Length: 16 } bytes ? new Guid(bytes) : null;

    /// <summary>No link: what a page for printing carries, so that printing twice prints one sheet. Made here, so that nobody chooses a token.</summary>
    public string NewSheet(Guid handoverId) => Seal(sheets, [.. handoverId.ToByteArray(), .. RandomNumberGenerator.GetBytes(SheetToken.Bytes)]);

    /// <summary>The token that is printed; null for anything that was not made for this handover.</summary>
    public string? ReadSheet(string? page, Guid handoverId) =>
        Open(sheets, page) is { Length: 16 + SheetToken.Bytes } bytes && new Guid(bytes.AsSpan(0, 16)) == handoverId ? SheetToken.Of(bytes.AsSpan(16)) : null;

    /// <summary>The same for the sheet of a person: the token that is printed, and the number from which the code comes that is told beside it.</summary>
    public string NewPersonSheet(Guid caseId) => Seal(personSheets, [.. caseId.ToByteArray(), .. RandomNumberGenerator.GetBytes(SheetToken.Bytes + sizeof(uint))]);

    /// <summary>Null for anything that was not made for this case.</summary>
    public (string Token, string Code)? ReadPersonSheet(string? page, Guid caseId) =>
        Open(personSheets, page) is { Length: 16 + SheetToken.Bytes + sizeof(uint) } bytes && new Guid(bytes.AsSpan(0, 16)) == caseId
            ? (SheetToken.Of(bytes.AsSpan(16, SheetToken.Bytes)), PathCode.Of(BitConverter.ToUInt32(bytes, 16 + SheetToken.Bytes)))
            : null;

    /// <summary>What a page carries that makes a calendar address, so that a second click makes the same. Made here, so that nobody chooses a token.</summary>
    /// <param name="number">Of what the page knows, so that it brings back nothing later.</param>
    public string NewCalendar(Guid userId, int number) =>
        Seal(calendars, [.. userId.ToByteArray(), .. BitConverter.GetBytes(number), .. RandomNumberGenerator.GetBytes(CalendarToken.Bytes)]);

    /// <summary>Null for anything that was not made for this account.</summary>
    public (string Token, int Number)? ReadCalendar(string? page, Guid userId) =>
        Open(calendars, page) is { Length: 16 + sizeof(int) + CalendarToken.Bytes } bytes && new Guid(bytes.AsSpan(0, 16)) == userId
            ? (CalendarToken.Of(bytes.AsSpan(16 + sizeof(int))), BitConverter.ToInt32(bytes, 16))
            : null;

    private static string Seal(IDataProtector protector, byte[] content) => WebEncoders.Base64UrlEncode(protector.Protect(content));

    private static byte[]? Open(IDataProtector protector, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 1000)
            return null;
        try
        {
            return protector.Unprotect(WebEncoders.Base64UrlDecode(token));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
