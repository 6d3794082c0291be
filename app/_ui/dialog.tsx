'use client'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; width?: keyof typeof widths }

/** For a few fields, for a form, and for what is compared side by side. */
const widths = { narrow: 'max-w-[480px]', form: 'max-w-[720px]', table: 'max-w-[1200px]' }

/** A dialog that keeps focus inside, closes with Esc, and returns focus to where it was. */
export const Dialog = ({ title, isOpen, onClose, children, width = 'narrow' }: Props) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(open) => open || onClose()}
    isDismissable
    className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-[rgba(11,15,13,.45)] p-4"
  >
    <Modal className={`w-full ${widths[width]} rounded-panel bg-surface p-5 text-ink shadow-2`}>
      <AriaDialog className="grid gap-4 outline-none">
        <Heading slot="title" className="text-page font-semibold">
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
