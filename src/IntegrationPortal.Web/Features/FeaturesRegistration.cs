using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Features.Account;
using IntegrationPortal.Web.Features.AccountEmail;
using IntegrationPortal.Web.Features.Analysis;
using IntegrationPortal.Web.Features.BreakGlass;
using IntegrationPortal.Web.Features.CaseClosing;
using IntegrationPortal.Web.Features.CaseImports;
using IntegrationPortal.Web.Features.CaseSteps;
using IntegrationPortal.Web.Features.Cases;
using IntegrationPortal.Web.Features.Consents;
using IntegrationPortal.Web.Features.Contributions;
using IntegrationPortal.Web.Features.Coordinations;
using IntegrationPortal.Web.Features.Evaluation;
using IntegrationPortal.Web.Features.Handbook;
using IntegrationPortal.Web.Features.Handovers;
using IntegrationPortal.Web.Features.Indicators;
using IntegrationPortal.Web.Features.IndicatorData;
using IntegrationPortal.Web.Features.Invitations;
using IntegrationPortal.Web.Features.MentoringFigures;
using IntegrationPortal.Web.Features.MentoringSessions;
using IntegrationPortal.Web.Features.Navigation;
using IntegrationPortal.Web.Features.Offline;
using IntegrationPortal.Web.Features.Participations;
using IntegrationPortal.Web.Features.Passwords;
using IntegrationPortal.Web.Features.Pilots;
using IntegrationPortal.Web.Features.Programme;
using IntegrationPortal.Web.Features.ProgrammeReport;
using IntegrationPortal.Web.Features.SecondFactors;
using IntegrationPortal.Web.Features.SelfAssessments;
using IntegrationPortal.Web.Features.SignIns;
using IntegrationPortal.Web.Features.Staff;
using IntegrationPortal.Web.Features.Tandems;
using IntegrationPortal.Web.Features.Worklist;
using IntegrationPortal.Web.Presentation.Frames;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features;

/// <summary>The deeds of the features that are classes of their own, one line each.</summary>
public static class FeaturesRegistration
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ForbiddenAnswer>();
        services.AddScoped<RoleWords>();
        services.AddScoped<SignIn>();
        services.AddScoped<EnterPortal>();
        services.AddScoped<OwnSecondFactor>();
        services.AddScoped<OwnSignIns>();
        services.AddScoped<OfferOtherHat>();
        services.AddScoped<HatChangedAnswer>();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormsOfAHat>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.AddService<OfferOtherHat>();
            options.Filters.AddService<HatChangedAnswer>();
        });
        services.AddScoped<AskForReset>();
        services.AddScoped<AskForAddress>();
        services.AddScoped<ConfirmAddress>();
        services.AddScoped<SendInvitation>();
        services.AddScoped<InviteCoordination>();
        services.AddScoped<TakeProfile>();
        services.AddScoped<WaitingForMe>();
        services.AddScoped<IFrameSource, PortalFrame>();
        services.AddScoped<ISessionEnd, EndOfTheSession>();
        services.AddScoped<IPhoneOwner, VolunteersPhone>();
        services.AddScoped<OtherDesks>();
        services.AddScoped<ProgrammeRows>();
        services.AddScoped<ProgrammeTasks>();
        services.AddScoped<HandbookTasks>();
        services.AddScoped<DeletionRows>();
        services.AddPortalCases();
        services.AddPortalCaseImports();
        services.AddPortalHandovers();
        services.AddPortalConsents();
        services.AddScoped<DrawEntry>();
        services.AddScoped<BeginEntry>();
        services.AddScoped<ImportEntry>();
        services.AddSingleton<Questions.AskGuard>();
        services.AddScoped<DrawStep>();
        services.AddScoped<DrawStepForm>();
        services.AddScoped<CloseCase>();
        services.AddScoped<ReopenCase>();
        services.AddScoped<DrawClosing>();
        services.AddScoped<MyPath.DrawMyPath>();
        services.AddScoped<EndParticipation>();
        services.AddScoped<OpenInEmergency>();
        services.AddScoped<DrawTandem>();
        services.AddScoped<DrawSession>();
        services.AddScoped<LogSession>();
        services.AddScoped<DrawFigures>();
        services.AddScoped<FiguresFile>();
        services.AddScoped<DrawAssessment>();
        services.AddScoped<DrawProgramme>();
        services.AddScoped<DrawPilot>();
        services.AddScoped<PilotRoom>();
        services.AddScoped<DrawComparison>();
        services.AddScoped<EvaluationExport>();
        services.AddScoped<DrawIndicators>();
        services.AddScoped<AnalysedPlaces>();
        services.AddScoped<DrawAnalysis>();
        services.AddScoped<AnalysisWords>();
        services.AddScoped<DrawRules>();
        services.AddScoped<DrawBottlenecks>();
        services.AddScoped<DrawPilots>();
        services.AddScoped<FiguresFiles>();
        services.AddScoped<DrawReport>();
        services.AddScoped<Places>();
        services.AddScoped<ReadCsv>();
        services.AddScoped<DrawEntered>();
        return services;
    }
}
