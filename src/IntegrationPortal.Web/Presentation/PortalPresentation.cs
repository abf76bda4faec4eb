using System.Text.Encodings.Web;
using System.Text.Unicode;
using IntegrationPortal.Web.Presentation.Errors;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Frames;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation;

/// <summary>Everything a page needs to be drawn: where views lie, languages, words of forms, refusals and errors.</summary>
public static class PortalPresentation
{
    public static IServiceCollection AddPortalPresentation(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        // Letters of every language as they are, not as numbers six times as long; what means something in HTML is still escaped. Only for HTML:
        // addresses in headers must stay ASCII.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<IStringLocalizerFactory, RememberedWords>();
        services.AddLocalization();
        services.AddOptions<PortalFace>().BindConfiguration(PortalFace.Section);
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.Configure<RazorViewEngineOptions>(WhereViewsLie);
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "portal-notice";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
        });

        services.AddOpenApi("handbook");
        services.AddOutputCache(options =>
        {
            options.AddBasePolicy(new PublicPagesPolicy());
            options.SizeLimit = 32 * 1024 * 1024;
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<TimeWords>();
        services.AddScoped<CategoryWords>();
        services.AddScoped<RefusalWords>();
        services.AddScoped<KindWords>();
        services.AddScoped<IndicatorWords>();
        services.AddScoped<DeadlineWords>();
        services.AddScoped<PendingWords>();
        services.TryAddScoped<IFrameSource, SignedOutFrame>();

        services
            .AddControllersWithViews(options =>
            {
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Filters.Add<RefusalFilter>();
                options.ModelMetadataDetailsProviders.Add(new DefaultFormMessages());
                options.ModelBinderProviders.Insert(0, new DecimalBinderProvider());
            })
            .AddDataAnnotationsLocalization(options =>
                options.DataAnnotationLocalizerProvider = (form, factory) => new FormWords(form, factory));
        services.ConfigureOptions<BindingMessages>();
        return services;
    }

    /// <summary>Outermost: whatever happens further in, the answer is a page in the portal's look and shows nothing of its inside.</summary>
    public static IApplicationBuilder UsePortalErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(branch => branch.Run(ErrorPage.OfException));
        app.UseStatusCodePages(context => ErrorPage.OfStatus(context.HttpContext));
        return app;
    }

    /// <summary>
    /// Fonts are named in a style sheet and so cannot carry a fingerprint; their folder carries the version instead. Kept for
    /// good, they are there before the first letter is drawn, and no page flickers.
    /// </summary>
    public static IApplicationBuilder UsePortalFonts(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/fonts"))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode == StatusCodes.Status200OK)
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    /// <summary>After authentication, because a signed-in person's own choice of language counts.</summary>
    public static IApplicationBuilder UsePortalLanguages(this IApplicationBuilder app) => app.UseRequestLocalization();

    private static void WhereViewsLie(RazorViewEngineOptions options)
    {
        options.ViewLocationFormats.Clear();
        options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
        options.ViewLocationFormats.Add("/Presentation/Views/{0}.cshtml");
    }
}
