namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>The sign-in service of one organisation (OpenID Connect), as the settings name it.</summary>
/// <param name="Key">Stands in addresses and beside each link.</param>
/// <param name="TwoFactors">Values of <c>amr</c> or <c>acr</c> that say that two factors were asked for there; empty: ours is asked for.</param>
public sealed record SignInProvider(string Key, string Name, Uri Authority, string ClientId, string ClientSecret, IReadOnlyList<string> TwoFactors)
{
    public const string Start = "/account/login/with";

    public string Scheme => "provider-" + Key;

    public string Address => $"{Start}/{Key}";

    /// <summary>Where it sends people back to; an address for each, so that no answer is taken for another's.</summary>
    public string Back => Address + "/back";
}
