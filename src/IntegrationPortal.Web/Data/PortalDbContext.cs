using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Erasure;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data;

/// <summary>A list of the tables. Each entity has its mapping in Mappings; what all share follows from its interfaces.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Who reads and writes; set by the scope that rents this context.</summary>
    public Session Session { get; set; } = new(TimeProvider.System);

    public Guid? TenantId => Session.TenantId;

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Actor> Actors => Set<Actor>();

    public DbSet<CasePath> CasePaths => Set<CasePath>();

    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();

    public DbSet<FurtherTemplate> FurtherTemplates => Set<FurtherTemplate>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();

    public DbSet<CaseImport> CaseImports => Set<CaseImport>();

    public DbSet<CaseImportRow> CaseImportRows => Set<CaseImportRow>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<PersonFact> PersonFacts => Set<PersonFact>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<DeletionRequest> DeletionRequests => Set<DeletionRequest>();

    public DbSet<Restriction> Restrictions => Set<Restriction>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<HandoverSheet> HandoverSheets => Set<HandoverSheet>();

    public DbSet<PersonLink> PersonLinks => Set<PersonLink>();

    public DbSet<PersonQuestion> PersonQuestions => Set<PersonQuestion>();

    public DbSet<UnsentHandover> UnsentHandovers => Set<UnsentHandover>();

    public DbSet<Volunteer> Volunteers => Set<Volunteer>();

    public DbSet<MentoringRequest> MentoringRequests => Set<MentoringRequest>();

    public DbSet<Tandem> Tandems => Set<Tandem>();

    public DbSet<MentoringSession> MentoringSessions => Set<MentoringSession>();

    public DbSet<EngagementYear> EngagementYears => Set<EngagementYear>();

    public DbSet<PublishedFigure> PublishedFigures => Set<PublishedFigure>();

    public DbSet<FigureBasis> FigureBases => Set<FigureBasis>();

    public DbSet<TandemReview> TandemReviews => Set<TandemReview>();

    public DbSet<MeetingShare> MeetingShares => Set<MeetingShare>();

    public DbSet<Concern> Concerns => Set<Concern>();

    public DbSet<HandbookEntry> HandbookEntries => Set<HandbookEntry>();

    public DbSet<EntryComment> EntryComments => Set<EntryComment>();

    public DbSet<EntryPicture> EntryPictures => Set<EntryPicture>();

    public DbSet<ReaderQuestion> ReaderQuestions => Set<ReaderQuestion>();

    public DbSet<PublishedPage> PublishedPages => Set<PublishedPage>();

    public DbSet<HandbookPartner> HandbookPartners => Set<HandbookPartner>();

    public DbSet<SelfAssessment> SelfAssessments => Set<SelfAssessment>();

    public DbSet<EvaluationPlan> EvaluationPlans => Set<EvaluationPlan>();

    public DbSet<EvaluationSnapshot> EvaluationSnapshots => Set<EvaluationSnapshot>();

    public DbSet<Survey> Surveys => Set<Survey>();

    public DbSet<SurveyBatch> SurveyBatches => Set<SurveyBatch>();

    public DbSet<SurveyLink> SurveyLinks => Set<SurveyLink>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<IndicatorTarget> IndicatorTargets => Set<IndicatorTarget>();

    public DbSet<IndicatorEntry> IndicatorEntries => Set<IndicatorEntry>();

    public DbSet<Pilot> Pilots => Set<Pilot>();

    public DbSet<Workshop> Workshops => Set<Workshop>();

    public DbSet<ProgrammeReview> ProgrammeReviews => Set<ProgrammeReview>();

    public DbSet<BoardMeeting> BoardMeetings => Set<BoardMeeting>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<Adoption> Adoptions => Set<Adoption>();

    public DbSet<ReleasedAdoption> ReleasedAdoptions => Set<ReleasedAdoption>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AccessEntry> AccessEntries => Set<AccessEntry>();

    public DbSet<ErasedCase> ErasedCases => Set<ErasedCase>();

    public DbSet<ErasureHold> ErasureHolds => Set<ErasureHold>();

    public DbSet<PortalUser> Users => Set<PortalUser>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PortalInvitation> PortalInvitations => Set<PortalInvitation>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<EmailChange> EmailChanges => Set<EmailChange>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<LinkedSignIn> LinkedSignIns => Set<LinkedSignIn>();

    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<SecondFactorRemoval> SecondFactorRemovals => Set<SecondFactorRemoval>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    /// <summary>Keys that seal cookies and links; every instance of the portal reads the same ones.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var extension in new[] { "pg_trgm", "fuzzystrmatch", "unaccent", "btree_gin", "btree_gist" })
            modelBuilder.HasPostgresExtension(extension);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        TenantFilter.Apply(modelBuilder, this);
    }
}
