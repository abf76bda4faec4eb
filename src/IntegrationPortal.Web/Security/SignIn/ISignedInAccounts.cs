namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>Looks a session up in the database and enters its tenant; implemented beside the database.</summary>
public interface ISignedInAccounts
{
    /// <summary>One query. Null when the session was ended, or the account was locked, closed, or got a new security stamp since the cookie was written.</summary>
    /// <param name="sentTwice">Also the session that renewed the stamp itself (<see cref="SentTwiceAttribute"/>).</param>
    Task<SignedInAccount?> EnterAsync(SessionTicket ticket, bool sentTwice, CancellationToken cancellation);
}
