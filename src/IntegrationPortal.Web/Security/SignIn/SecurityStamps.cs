using System.Security.Cryptography;
using System.Text;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>
/// The stamp that every session carries: a new one ends them all. The session that asked for it goes on under the new one, but its form may be on the way a
/// second time under the old, as by a double click without scripts. So the new stamp knows, as a hash, which session it came from.
/// </summary>
public static class SecurityStamps
{
    public static string New() => Guid.NewGuid().ToString("N");

    public static string RenewedBy(SessionTicket? session) => session is null ? New() : $"{New()}.{Heir(session)}";

    public static bool WasRenewedBy(string? stamp, SessionTicket session) =>
        stamp?.Split('.') is [_, var heir] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(heir), Encoding.UTF8.GetBytes(Heir(session)));

    private static string Heir(SessionTicket session) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{session.SessionId} {session.SecurityStamp}")))[..32];
}

/// <summary>
/// On an action that renews the stamp: it also answers the session which just did that, still under its old stamp. The action asks for the
/// password again before it gives that session a new cookie; a copy of the old cookie alone opens nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SentTwiceAttribute : Attribute;
