using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class TandemMentorMapping : IEntityTypeConfiguration<TandemMentor>
{
    /// <summary>A tandem has one mentor at a time: of two proposals at once the database refuses one.</summary>
    public const string OneMentor = "ix_tandem_mentor_one_at_a_time";

    public void Configure(EntityTypeBuilder<TandemMentor> builder)
    {
        builder.ToTable("tandem_mentor");
        builder.HasKey(m => new { m.TenantId, m.TandemId, m.Id });
        builder.Property(m => m.Id).ValueGeneratedNever();
        // Says yes once, and only while nobody takes the proposal back.
        builder.Property(m => m.AgreedOn).IsConcurrencyToken();
        builder.Property(m => m.Until).IsConcurrencyToken();
        builder.HasOne<Volunteer>().WithMany().HasForeignKey(m => new { m.TenantId, m.VolunteerId });
        builder.HasIndex(m => new { m.TenantId, m.TandemId }).IsUnique().HasFilter("until is null").HasDatabaseName(OneMentor);
        builder.HasIndex(m => new { m.TenantId, m.VolunteerId });
    }
}

public sealed class TandemMenteeMapping : IEntityTypeConfiguration<TandemMentee>
{
    /// <summary>A request is taken up once.</summary>
    public const string OneTandem = "ix_tandem_mentee_one_tandem";

    public void Configure(EntityTypeBuilder<TandemMentee> builder)
    {
        builder.ToTable("tandem_mentee");
        builder.HasKey(m => new { m.TenantId, m.TandemId, m.RequestId });
        builder.Property(m => m.CalledName).HasMaxLength(Person.NameLength);
        builder.HasOne<MentoringRequest>().WithMany().HasForeignKey(m => new { m.TenantId, m.RequestId });
        builder.HasIndex(m => new { m.TenantId, m.RequestId }).IsUnique().HasDatabaseName(OneTandem);
    }
}

public sealed class TandemEventMapping : IEntityTypeConfiguration<TandemEvent>
{
    public void Configure(EntityTypeBuilder<TandemEvent> builder)
    {
        builder.ToTable("tandem_event");
        builder.HasKey(e => new { e.TenantId, e.TandemId, e.Id });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Text).HasMaxLength(TandemEvent.TextLength);
    }
}
