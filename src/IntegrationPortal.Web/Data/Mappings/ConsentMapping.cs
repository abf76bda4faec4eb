using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consent");
        builder.HasKey(c => new { c.TenantId, c.CaseId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Category);
        builder.Property(c => c.Purpose).HasMaxLength(Consent.PurposeLength);
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.Interpreter).HasMaxLength(Consent.InterpreterLength);
        builder.Property(c => c.Witness).HasMaxLength(Consent.WitnessLength);
        builder.Property(c => c.TextVersion).HasMaxLength(Consent.TextVersionLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => new { c.TenantId, c.CaseId, c.PersonId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => new { c.TenantId, c.RecipientActorId });
    }
}
