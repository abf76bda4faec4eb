using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>
/// OpenID Connect with the framework's own handler: authorization code with PKCE, state and nonce, and of all that an organisation could tell only who
/// somebody is there. What is remembered on the way lies in strict cookies: whoever comes back from another site comes a second time from the
/// portal itself (<c>FollowedLinks</c>).
/// </summary>
public static class SingleSignOn
{
    /// <summary>Where somebody goes on for whom an organisation vouched.</summary>
    public const string Arrived = "/account/login/arrived";

    public static AuthenticationBuilder AddSingleSignOn(this AuthenticationBuilder authentication, IReadOnlyList<SignInProvider> providers)
    {
        foreach (var provider in providers)
            authentication.AddOpenIdConnect(provider.Scheme, provider.Name, options => Configure(options, provider));
        return authentication;
    }

    private static void Configure(OpenIdConnectOptions options, SignInProvider provider)
    {
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A form sent back would be refused: whoever comes with a POST from elsewhere has no strict cookie.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        // Each opened address would ask the organisation something before anybody has shown who they are.
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        // No name, no address: who somebody is in the portal the portal knows.
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.GetClaimsFromUserInfoEndpoint = false;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        // Else the handler would take away who has issued the token, and what it says about factors.
        options.ClaimActions.Clear();
        options.DisableTelemetry = true;
        options.CallbackPath = provider.Back;
        // The portal's session ends in the portal, by nobody else's request.
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.SignInScheme = VouchedIdentity.Scheme;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.RemoteAuthenticationTimeout = VouchedIdentity.Validity;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest);

        options.Events.OnTicketReceived = context => KeepWhoTheyAre(context, provider);
        options.Events.OnAccessDenied = context => Fail(context, provider, SignInFailure.Refused, null);
        options.Events.OnRemoteFailure = context => Fail(context, provider, SignInFailures.Of(context.Failure), context.Failure);
    }

    private static Task KeepWhoTheyAre(TicketReceivedContext context, SignInProvider provider)
    {
        var told = context.Principal!;
        var (issuer, subject) = (told.FindFirst("iss")?.Value, told.FindFirst("sub")?.Value);
        if (issuer is not { Length: > 0 and <= LongestIssuer } || subject is not { Length: > 0 and <= LongestSubject })
            return Fail(context, provider, SignInFailure.Lapsed, null);
        var twoFactors = told.Claims.Any(c => c.Type is "amr" or "acr" && provider.TwoFactors.Contains(c.Value));
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        context.Principal = new VouchedIdentity(provider.Key, issuer, subject, twoFactors, now).ToPrincipal();
        return Task.CompletedTask;
    }

    public const int LongestIssuer = 300;

    /// <summary>The standard allows no longer one.</summary>
    public const int LongestSubject = 255;

    private static Task Fail(HandleRequestContext<RemoteAuthenticationOptions> context, SignInProvider provider, SignInFailure why, Exception? failure)
    {
        SignInFailures.Log(context.HttpContext, provider, why, failure);
        context.Response.Redirect(SignInFailures.AddressOf(why));
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
