using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consent", t => t.HasCheckConstraint(
            "ck_consent_withdrawn_wholly",
            // Written down by somebody, or by nobody: then the person did it on their own page.
            "num_nonnulls(withdrawn_on, withdrawn_at, withdrawn_as, withdrawal_language) in (0, 4) and num_nonnulls(withdrawn_by_user_id, withdrawn_by_actor_id) in (0, 2) "
            + "and (withdrawn_by_user_id is null or withdrawn_at is not null) and withdrawn_on >= given_on"));
        builder.HasKey(c => new { c.TenantId, c.CaseId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Category);
        builder.Property(c => c.Purpose).HasMaxLength(Consent.PurposeLength);
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.Interpreter).HasMaxLength(Consent.InterpreterLength);
        builder.Property(c => c.Witness).HasMaxLength(Consent.WitnessLength);
        builder.Property(c => c.TextVersion).HasMaxLength(Consent.TextVersionLength);
        builder.Property(c => c.WithdrawalLanguage).HasMaxLength(10);
        builder.Property(c => c.WithdrawalInterpreter).HasMaxLength(Consent.InterpreterLength);
        // Of two who write down the withdrawal at once the second finds it.
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => new { c.TenantId, c.CaseId, c.PersonId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => new { c.TenantId, c.RecipientActorId });
    }
}

public sealed class DeletionRequestMapping : IEntityTypeConfiguration<DeletionRequest>
{
    public void Configure(EntityTypeBuilder<DeletionRequest> builder)
    {
        builder.ToTable("deletion_request", t => t.HasCheckConstraint(
            "ck_deletion_request_answered_wholly",
            "num_nonnulls(answered_at, answered_by_user_id) in (0, 2) and (kept_because is null or (answered_at is not null and btrim(kept_because) <> ''))"));
        builder.HasKey(r => new { r.TenantId, r.CaseId, r.ConsentId });
        builder.Ignore(r => r.Category);
        builder.Property(r => r.CaseNumber).HasMaxLength(CasePath.NumberLength);
        builder.Property(r => r.KeptBecause).HasMaxLength(DeletionRequest.BasisLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Consent>().WithOne().HasForeignKey<DeletionRequest>(r => new { r.TenantId, r.CaseId, r.ConsentId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(r => new { r.TenantId, r.ActorId });
        builder.HasIndex(r => new { r.TenantId, r.ActorId, r.AskedAt }).HasFilter("answered_at is null").HasDatabaseName("ix_deletion_request_open");
        builder.HasIndex(r => new { r.TenantId, r.AskedAt, r.ConsentId }).IsDescending(false, true, true);
    }
}
