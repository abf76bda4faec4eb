namespace IntegrationPortal.Web.Presentation.Frames;

/// <summary>Gives the frame of the page that is being drawn. Its counts come from the queries of the lists they announce.</summary>
public interface IFrameSource
{
    ValueTask<Frame> Current(HttpContext context);
}

/// <summary>The frame for somebody who is not signed in: only the public pages.</summary>
public sealed class SignedOutFrame : IFrameSource
{
    private static readonly Frame Public = new() { SignInHref = "/account/login" };

    public ValueTask<Frame> Current(HttpContext context) => ValueTask.FromResult(Public);
}
